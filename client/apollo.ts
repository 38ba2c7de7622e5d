// `cronograph/client/apollo`: a terminating link for the subscriptions of Apollo Client 4.
import { ApolloLink } from "@apollo/client/link";
import { print } from "@apollo/client/utilities";
import { Observable } from "rxjs";
import type { LiveClient } from "./live-client.ts";
import type { LiveRequest, LiveResult, Watching } from "./types.ts";

/**
 * Sends operations through a live client. Documents are resumed when they declare `$after`; see LiveRequest.
 * @example
 * const live = createLiveClient({ url: "http://127.0.0.1:4000" });
 * const link = ApolloLink.split(
 *   ({ operationType }) => operationType === "subscription",
 *   new LiveLink(live),
 *   new HttpLink({ uri: "http://127.0.0.1:4000/graphql" }),
 * );
 */
export class LiveLink extends ApolloLink {
  readonly #live: LiveClient;
  readonly #watching: Watching;

  /** `watching` is told of every subscription; without `onGap` a subscription that cannot go on ends with an error. */
  constructor(live: LiveClient, watching: Watching = {}) {
    super();
    this.#live = live;
    this.#watching = watching;
  }

  override request({
    query,
    variables,
    operationName,
    extensions,
  }: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const request: LiveRequest = { query: print(query), variables, operationName, extensions };
    return new Observable((observer) =>
      this.#live.subscribe(
        request,
        {
          next: (result: LiveResult<Record<string, unknown>>) => observer.next(result as ApolloLink.Result),
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        },
        this.#watching,
      ),
    );
  }
}
