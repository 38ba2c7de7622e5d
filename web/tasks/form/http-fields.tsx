// An HTTP request.
import { Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { HttpMethod } from "../../gql/graphql";
import { useTarget } from "./context";
import classes from "./form.module.css";
import { NameValueFields } from "./name-value-fields";

const METHODS: HttpMethod[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const MOST_HEADERS = 50;

export function HttpFields() {
  const target = useTarget();
  const { headers, method } = target.values.http;
  const takesBody = method !== "GET" && method !== "HEAD";
  return (
    <>
      <div className={classes.method}>
        <Select label="Method" data={METHODS} allowDeselect={false} {...target.input("http.method")} />
        <TextInput
          label="URL"
          type="url"
          placeholder="https://example.com/hooks/nightly"
          spellCheck={false}
          {...target.input("http.url")}
        />
      </div>
      <NameValueFields legend="Headers" one="header" at="http.headers" pairs={headers} most={MOST_HEADERS} />
      <div className={classes.two}>
        {takesBody && (
          <Textarea
            label="Body"
            description="Empty: the payload is sent as JSON, when there is one."
            autosize
            minRows={2}
            maxRows={12}
            spellCheck={false}
            classNames={{ input: "mono" }}
            {...target.input("http.body")}
          />
        )}
        <TagsInput
          label="Expected status"
          description="Empty: any of 200 to 299."
          placeholder={target.values.http.expectedStatus.length === 0 ? "204, then Enter" : undefined}
          {...target.input("http.expectedStatus")}
          onChange={(codes) =>
            target.set(
              "http.expectedStatus",
              codes.filter((code) => /^[1-5]\d\d$/.test(code)),
            )
          }
        />
        <TextInput
          label="Signed by the secret"
          description="Its name. Empty: the request is not signed."
          placeholder="SIGNING_KEY"
          spellCheck={false}
          classNames={{ input: "mono" }}
          {...target.input("http.signingSecret")}
        />
      </div>
    </>
  );
}
