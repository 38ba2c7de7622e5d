// What the tests use of oidc-provider, which comes without types.
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Context {
    readonly path: string;
    readonly oidc: {
      readonly client?: { clientId: string };
      readonly session?: { accountId?: string };
      readonly provider: Provider;
    };
    body: Record<string, unknown> | undefined;
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly issuer: string;
    readonly Client: { prototype: { redirectUriAllowed(uri: string): boolean } };
    readonly Grant: new (of: {
      accountId?: string;
      clientId?: string;
    }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    on(event: "server_error", listener: (context: Context, error: Error) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
