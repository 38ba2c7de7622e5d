// What the form needs to know of a task.
import { graphql } from "../../gql";

export const ScheduleForForm = graphql(`
  fragment ScheduleForForm on Schedule {
    __typename
    ... on CronSchedule {
      expression
      timezone
      gap
      repeat
    }
    ... on OnceSchedule {
      at
      shownIn: timezone
      grace
    }
    ... on EverySchedule {
      interval
      anchor
      from
    }
    ... on RruleSchedule {
      rule
      start
      timezone
      gap
      repeat
    }
    ... on StartupSchedule {
      delay
    }
  }
`);

export const TargetForForm = graphql(`
  fragment TargetForForm on Target {
    __typename
    summary
    ... on HttpTarget {
      url
      method
      headers {
        name
        value
      }
      body
      expectedStatus
      signingSecret
    }
    ... on WorkerTarget {
      queue
    }
    ... on ModuleTarget {
      name
    }
    ... on ShellTarget {
      command
      script
      cwd
      env {
        name
        value
      }
      successExitCodes
      stopGrace
    }
  }
`);

export const TaskForForm = graphql(`
  fragment TaskForForm on Task {
    id
    name
    description
    version
    deletedAt
    payload
    startAt
    endAt
    maxRuns
    runCount
    jitter
    hashSeed
    timeout
    queueTimeout
    startTimeout
    silenceTimeout
    queue
    queueKey
    priority
    overlapPolicy
    overlapBuffer
    missedRunPolicy
    catchUpWindow
    catchUpLimit
    catchUpOrder
    catchUpRate
    startDeadline
    hold {
      whenMoreThan
      for
    }
    onCrash
    pauseAfterFailures
    retention {
      succeeded {
        maxAge
        maxCount
      }
      failed {
        maxAge
        maxCount
      }
      other {
        maxAge
        maxCount
      }
    }
    followUps {
      on
      payload
      task {
        id
      }
    }
    exclusions {
      __typename
      ... on CronExclusion {
        expression
        timezone
      }
      ... on DateExclusion {
        from
        until
        timezone
      }
      ... on CalendarExclusion {
        calendar {
          id
        }
      }
    }
    retry {
      maxAttempts
      initialDelay
      maxDelay
      factor
      jitter
      backoff
      delays
      maxAge
      honorRetryAfter
      rules {
        httpStatus
        errorCode
        exitCode
        action
      }
    }
    schedule {
      ...ScheduleForForm
      ... on UnionSchedule {
        of {
          ...ScheduleForForm
        }
      }
    }
    target {
      ...TargetForForm
    }
    fallbackTarget {
      ...TargetForForm
    }
  }
`);
