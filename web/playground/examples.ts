// Three operations that run as they are: a query, a mutation, a live subscription. They are texts for people to change,
// not documents of the dashboard, so they are checked against the schema by a test and not by the code generator.

const LIST = `# Press the play button: the tasks with their next runs.
query ListTasks {
  tasks(first: 10, orderBy: { field: NEXT_RUN_AT, direction: ASC }) {
    totalCount
    nodes {
      id
      name
      state
      schedule {
        description
      }
      nextRunAt
      upcoming(first: 3) {
        at
        local
        note
      }
      lastRun {
        state
        latenessMs
        durationMs
        why
      }
    }
  }
}
`;

const CREATE = `# Creates a task that calls this server's own health check every 30 seconds.
# The name must be free: change it to run this twice.
mutation CreateTask($input: CreateTaskInput!) {
  createTask(input: $input) {
    task {
      id
      name
      nextRunAt
      schedule {
        description
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
`;

const input = {
  name: "Playground health check",
  description: "Made in the playground.",
  schedule: { every: { interval: "PT30S" } },
  target: { http: { url: new URL("/healthz", window.location.href).href } },
  retry: { maxAttempts: 1 },
};

const WATCH = `# Stays open: every change of every run shows here as it happens.
subscription WatchRuns {
  runEvents {
    cursor
    at
    type
    run {
      id
      state
      scheduledFor
      latenessMs
      durationMs
      why
      task {
        name
      }
    }
  }
}
`;

export const EXAMPLES = [
  { query: LIST },
  { query: CREATE, variables: JSON.stringify({ input }, null, 2) },
  { query: WATCH },
] as const;
