// An HTTP request.
import { ActionIcon, Button, Fieldset, Select, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { HttpMethod } from "../../gql/graphql";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";

const METHODS: HttpMethod[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const MOST_HEADERS = 50;

export function HttpFields() {
  const form = useTaskFormContext();
  const { headers, method } = form.values.http;
  const takesBody = method !== "GET" && method !== "HEAD";
  return (
    <>
      <div className={classes.method}>
        <Select label="Method" data={METHODS} allowDeselect={false} {...form.getInputProps("http.method")} />
        <TextInput
          label="URL"
          type="url"
          placeholder="https://example.com/hooks/nightly"
          spellCheck={false}
          {...form.getInputProps("http.url")}
        />
      </div>
      <Fieldset legend="Headers" variant="unstyled" classNames={{ legend: classes.legend }}>
        <Stack gap="xs" mt={4}>
          {headers.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header has nothing else to be known by
            <div key={index} className={classes.header}>
              <TextInput
                aria-label={`Header ${index + 1}, name`}
                placeholder="Name"
                {...form.getInputProps(`http.headers.${index}.name`)}
              />
              <TextInput
                aria-label={`Header ${index + 1}, value`}
                placeholder="Value"
                {...form.getInputProps(`http.headers.${index}.value`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove header ${index + 1}`}
                onClick={() => form.removeListItem("http.headers", index)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={headers.length >= MOST_HEADERS}
            onClick={() => form.insertListItem("http.headers", { name: "", value: "" })}
            style={{ alignSelf: "flex-start" }}
          >
            Add a header
          </Button>
        </Stack>
      </Fieldset>
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
            {...form.getInputProps("http.body")}
          />
        )}
        <TagsInput
          label="Expected status"
          description="Empty: any of 200 to 299."
          placeholder={form.values.http.expectedStatus.length === 0 ? "204, then Enter" : undefined}
          {...form.getInputProps("http.expectedStatus")}
          onChange={(codes) =>
            form.setFieldValue(
              "http.expectedStatus",
              codes.filter((code) => /^[1-5]\d\d$/.test(code)),
            )
          }
        />
      </div>
    </>
  );
}
