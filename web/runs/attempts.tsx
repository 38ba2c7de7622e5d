// The tries of a run.
import { graphql } from "../gql";
import type { RunAttemptsFragment } from "../gql/graphql";
import { length } from "../ui/format";
import { OutcomeChip } from "../ui/states";
import table from "../ui/table.module.css";
import { Time } from "../ui/time";

export const RunAttempts = graphql(`
  fragment RunAttempts on AttemptConnection {
    nodes {
      number
      startedAt
      finishedAt
      durationMs
      outcome
      fallback
      outputTail
      error {
        code
        message
      }
      instance {
        id
        hostname
        pid
      }
      worker
    }
    totalCount
  }
`);

export function Attempts({ attempts }: { attempts: RunAttemptsFragment }) {
  const older = attempts.totalCount - attempts.nodes.length;
  return (
    <>
      <table className={table.table} aria-label="Attempts">
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            <th scope="col">Outcome</th>
            <th scope="col">Started</th>
            <th scope="col" className={table.number}>
              Duration
            </th>
            <th scope="col">Instance</th>
            <th scope="col">Error</th>
          </tr>
        </thead>
        <tbody>
          {attempts.nodes.map((attempt) => (
            <tr key={attempt.number} data-testid="attempt-row">
              <td data-label="Attempt" className="nums">
                {attempt.number}
                {attempt.fallback && <span className="quiet"> fallback</span>}
              </td>
              <td>
                <OutcomeChip outcome={attempt.outcome} />
              </td>
              <td data-label="Started">
                <Time value={attempt.startedAt} />
              </td>
              <td data-label="Duration" className={table.number}>
                {attempt.durationMs == null ? "–" : length(attempt.durationMs)}
              </td>
              <td data-label="Instance">{attempt.instance?.hostname ?? attempt.worker ?? "–"}</td>
              <td className={table.note}>
                {attempt.error && (
                  <span className="cut" data-tone="bad" title={attempt.error.message}>
                    {attempt.error.message}
                  </span>
                )}
                {attempt.outputTail && (
                  <details>
                    <summary className="quiet">Last output</summary>
                    <pre className={table.output}>{attempt.outputTail}</pre>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {older > 0 && (
        <p className="quiet" style={{ margin: 0, padding: "0.6rem 1rem" }}>
          {older} earlier attempts are not shown.
        </p>
      )}
    </>
  );
}
