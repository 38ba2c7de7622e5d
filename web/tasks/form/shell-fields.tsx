// A command: its words one by one, or a script for a shell.
import { ActionIcon, Button, Fieldset, SegmentedControl, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconPlus, IconTrash } from "@tabler/icons-react";
import { DurationInput } from "../../ui/duration-input";
import { Notice } from "../../ui/notice";
import { useTarget } from "./context";
import classes from "./form.module.css";
import { NameValueFields } from "./name-value-fields";

const MOST_WORDS = 100;
const MOST_VARIABLES = 50;

export function ShellFields({ allowed }: { allowed: boolean }) {
  const target = useTarget();
  const { shell } = target.values;
  return (
    <>
      {!allowed && (
        <Notice tone="wait" icon={IconAlertTriangle}>
          This server does not run commands: the task's runs fail until its operator sets ALLOW_SHELL=true.
        </Notice>
      )}
      <SegmentedControl
        aria-label="How the command is given"
        size="xs"
        value={shell.how}
        onChange={(how) => target.set("shell.how", how as typeof shell.how)}
        data={[
          { value: "command", label: "Program and arguments" },
          { value: "script", label: "Shell script" },
        ]}
        style={{ alignSelf: "flex-start" }}
      />
      {shell.how === "command" ? (
        <Words words={shell.command} />
      ) : (
        <Textarea
          label="Script"
          description="For /bin/sh; the payload as JSON is on its standard input."
          placeholder={'pg_dump sales | gzip > "sales-$CRONOGRAPH_SCHEDULED_FOR.gz"'}
          autosize
          minRows={3}
          maxRows={20}
          spellCheck={false}
          classNames={{ input: "mono" }}
          {...target.input("shell.script")}
        />
      )}
      <NameValueFields
        legend="Environment variables"
        one="variable"
        at="shell.env"
        pairs={shell.env}
        most={MOST_VARIABLES}
      />
      <div className={classes.two}>
        <TextInput
          label="Folder"
          description="Empty: the server's working folder."
          placeholder="/srv/data"
          spellCheck={false}
          {...target.input("shell.cwd")}
        />
        <TagsInput
          label="Exit codes of success"
          description="Empty: 0."
          placeholder={shell.successExitCodes.length === 0 ? "0, then Enter" : undefined}
          {...target.input("shell.successExitCodes")}
          onChange={(codes) =>
            target.set(
              "shell.successExitCodes",
              codes.filter((code) => /^\d{1,3}$/.test(code)),
            )
          }
        />
        <DurationInput
          label="Time to stop"
          description="From SIGTERM to SIGKILL, when it is cancelled or takes too long."
          min={0}
          value={shell.stopGrace}
          onChange={(iso) => target.set("shell.stopGrace", iso)}
          error={target.error("shell.stopGrace")}
        />
      </div>
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  const target = useTarget();
  return (
    <Fieldset legend="Command" variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="xs" mt={4}>
        {words.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word has nothing else to be known by
          <div key={index} className={classes.word}>
            <Textarea
              aria-label={index === 0 ? "Program" : `Argument ${index}`}
              placeholder={index === 0 ? "rsync" : `Argument ${index}, passed on as it is`}
              autosize
              minRows={1}
              maxRows={8}
              spellCheck={false}
              classNames={{ input: "mono" }}
              {...target.input(`shell.command.${index}`)}
            />
            {index > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove argument ${index}`}
                onClick={() => target.remove("shell.command", index)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={words.length >= MOST_WORDS}
          onClick={() => target.add("shell.command", "")}
          style={{ alignSelf: "flex-start" }}
        >
          Add an argument
        </Button>
      </Stack>
    </Fieldset>
  );
}
