/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Account {\n    viewer {\n      kind\n      name\n      rights\n      user {\n        id\n        role\n        hasPassword\n        sessions {\n          id\n          current\n          createdAt\n          lastSeenAt\n          address\n          userAgent\n        }\n      }\n    }\n    apiTokens {\n      id\n      name\n      hint\n      rights\n      createdAt\n      expiresAt\n      lastUsedAt\n      revokedAt\n      user {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  fragment UserRow on User {\n    id\n    name\n    role\n    disabled\n    issuer\n    hasPassword\n    createdAt\n    lastSeenAt\n    memberships {\n      role\n      namespace {\n        name\n      }\n    }\n  }\n": typeof types.UserRowFragmentDoc,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query UserList {\n    users {\n      ...UserRow\n    }\n  }\n": typeof types.UserListDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteUserDocument,
    "\n  query AuditList($filter: AuditFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.AuditListDocument,
    "\n  query CalendarPage($id: ID!, $first: Int!, $endingAfter: LocalDateTime) {\n    calendar(id: $id) {\n      ...CalendarRow\n      createdAt\n      entries(first: $first, endingAfter: $endingAfter) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n": typeof types.CalendarPageDocument,
    "\n  mutation DeleteCalendar($input: DeleteCalendarInput!) {\n    deleteCalendar(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteCalendarDocument,
    "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateCalendarDocument,
    "\n  query CalendarToEdit($id: ID!) {\n    calendar(id: $id) {\n      ...CalendarRow\n      entries(first: 1000) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n": typeof types.CalendarToEditDocument,
    "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateCalendarDocument,
    "\n  fragment CalendarRow on Calendar {\n    id\n    name\n    description\n    timezone\n    entryCount\n    version\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n": typeof types.CalendarRowFragmentDoc,
    "\n  fragment CalendarEntryRow on CalendarEntry {\n    from\n    until\n    label\n  }\n": typeof types.CalendarEntryRowFragmentDoc,
    "\n  query CalendarList {\n    calendars {\n      ...CalendarRow\n    }\n  }\n": typeof types.CalendarListDocument,
    "\n  query ClusterPage {\n    instances {\n      ...InstanceRow\n    }\n    server {\n      version\n      now\n      database\n      tzdataVersion\n      timezones\n      tzdataChange {\n        ...TzdataNotice\n      }\n    }\n  }\n": typeof types.ClusterPageDocument,
    "\n  fragment InstanceRow on Instance {\n    id\n    hostname\n    pid\n    version\n    roles\n    startedAt\n    lastSeenAt\n    stoppedAt\n    running\n    load\n    clockAheadMs\n  }\n": typeof types.InstanceRowFragmentDoc,
    "\n  fragment TzdataNotice on TzdataChange {\n    from\n    to\n    foundAt\n    timezones\n    moved {\n      task {\n        id\n        name\n      }\n      message\n    }\n  }\n": typeof types.TzdataNoticeFragmentDoc,
    "\n  fragment TaskLive on Task {\n    id\n    name\n    description\n    state\n    version\n    nextRunAt\n    pauseReason\n    pausedAt\n    updatedAt\n    deletedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n  }\n": typeof types.TaskLiveFragmentDoc,
    "\n  subscription LiveRuns($after: Cursor, $heartbeats: Boolean! = false) {\n    runEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      run {\n        ...RunRow\n      }\n    }\n  }\n": typeof types.LiveRunsDocument,
    "\n  subscription LiveTasks($after: Cursor, $heartbeats: Boolean! = false) {\n    taskEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      task {\n        ...TaskLive\n      }\n    }\n  }\n": typeof types.LiveTasksDocument,
    "\n  query NamespaceMembers($name: String!) {\n    namespace(name: $name) {\n      name\n      members {\n        role\n        user {\n          id\n          name\n        }\n      }\n    }\n    users {\n      id\n      name\n    }\n  }\n": typeof types.NamespaceMembersDocument,
    "\n  mutation SetMembership($input: SetMembershipInput!) {\n    setMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.SetMembershipDocument,
    "\n  mutation RemoveMembership($input: RemoveMembershipInput!) {\n    removeMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RemoveMembershipDocument,
    "\n  fragment NamespaceRow on Namespace {\n    name\n    description\n    version\n    quotas {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    usage {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    members {\n      role\n      user {\n        id\n        name\n      }\n    }\n  }\n": typeof types.NamespaceRowFragmentDoc,
    "\n  mutation CreateNamespace($input: CreateNamespaceInput!) {\n    createNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateNamespaceDocument,
    "\n  mutation UpdateNamespace($input: UpdateNamespaceInput!) {\n    updateNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateNamespaceDocument,
    "\n  query NamespaceList {\n    namespaces {\n      ...NamespaceRow\n    }\n  }\n": typeof types.NamespaceListDocument,
    "\n  mutation DeleteNamespace($input: DeleteNamespaceInput!) {\n    deleteNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteNamespaceDocument,
    "\n  query ClockChangesSoon($year: Int!, $next: Int!, $turns: Boolean!) {\n    clockChangeImpacts(year: $year) {\n      ...ImpactsSoon\n    }\n    next: clockChangeImpacts(year: $next) @include(if: $turns) {\n      ...ImpactsSoon\n    }\n  }\n": typeof types.ClockChangesSoonDocument,
    "\n  fragment ImpactsSoon on ClockChangeImpacts {\n    nodes {\n      task {\n        id\n      }\n      changeAt\n      timezone\n    }\n  }\n": typeof types.ImpactsSoonFragmentDoc,
    "\n  fragment Lateness on LatenessSummary {\n    p50Ms\n    p95Ms\n    p99Ms\n    maxMs\n  }\n": typeof types.LatenessFragmentDoc,
    "\n  query OverviewPage {\n    overview {\n      cursor\n      activeTasks\n      pausedTasks\n      runningRuns\n      waitingRuns\n      deadLetters\n      last24Hours {\n        ...Past24Hours\n      }\n      lateness {\n        ...Lateness\n      }\n      next(first: 10) {\n        ...RunRow\n      }\n    }\n    tasks(first: 1) {\n      totalCount\n    }\n    going: runs(filter: { state: [RUNNING] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n    ended: runs(filter: { state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n  }\n": typeof types.OverviewPageDocument,
    "\n  fragment Past24Hours on RunCounts {\n    succeeded\n    failed\n    cancelled\n    skipped\n    missed\n  }\n": typeof types.Past24HoursFragmentDoc,
    "\n  fragment QueueRow on Queue {\n    name\n    description\n    concurrency\n    concurrencyPerKey\n    rate {\n      limit\n      period\n      burst\n    }\n    paused\n    pausedAt\n    pauseReason\n    runningRuns\n    waitingRuns\n    oldestDueAt\n    version\n    createdAt\n    updatedAt\n  }\n": typeof types.QueueRowFragmentDoc,
    "\n  query QueueList {\n    queues {\n      ...QueueRow\n    }\n  }\n": typeof types.QueueListDocument,
    "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateQueueDocument,
    "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateQueueDocument,
    "\n  query QueuePage($name: String!, $first: Int!) {\n    queue(name: $name) {\n      ...QueueRow\n      tasks {\n        id\n        name\n        queueKey\n        priority\n      }\n    }\n    waiting: runs(\n      filter: { queue: [$name], state: [QUEUED, RETRYING] }\n      orderBy: { field: SCHEDULED_FOR, direction: ASC }\n      first: $first\n    ) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n    going: runs(filter: { queue: [$name], state: [RUNNING] }, first: $first) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n  }\n": typeof types.QueuePageDocument,
    "\n  fragment QueueRun on Run {\n    ...RunRow\n    queueKey\n    priority\n  }\n": typeof types.QueueRunFragmentDoc,
    "\n  mutation PauseQueue($input: PauseQueueInput!) {\n    pauseQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.PauseQueueDocument,
    "\n  mutation ResumeQueue($input: ResumeQueueInput!) {\n    resumeQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ResumeQueueDocument,
    "\n  mutation DeleteQueue($input: DeleteQueueInput!) {\n    deleteQueue(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteQueueDocument,
    "\n  fragment RunAttempts on AttemptConnection {\n    nodes {\n      number\n      startedAt\n      finishedAt\n      durationMs\n      outcome\n      fallback\n      outputTail\n      error {\n        code\n        message\n      }\n      instance {\n        id\n        hostname\n        pid\n      }\n      worker\n    }\n    totalCount\n  }\n": typeof types.RunAttemptsFragmentDoc,
    "\n  mutation RedriveRuns($input: RedriveRunsInput!) {\n    redriveRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RedriveRunsDocument,
    "\n  mutation DismissRuns($input: DismissRunsInput!) {\n    dismissRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DismissRunsDocument,
    "\n  query RunList($filter: RunFilter, $orderBy: RunOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.RunListDocument,
    "\n  fragment RelatedRuns on Run {\n    deadLetter\n    dismissedAt\n    dismissReason\n    parent {\n      ...RelatedRun\n    }\n    children {\n      ...RelatedRun\n    }\n    redriveOf {\n      ...RelatedRun\n    }\n    redrivenBy {\n      ...RelatedRun\n    }\n  }\n": typeof types.RelatedRunsFragmentDoc,
    "\n  fragment RelatedRun on Run {\n    id\n    state\n    task {\n      id\n      name\n    }\n  }\n": typeof types.RelatedRunFragmentDoc,
    "\n  mutation RetryRun($input: RetryRunInput!) {\n    retryRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RetryRunDocument,
    "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  fragment RunFacts on Run {\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    backfill {\n      id\n    }\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    durationMs\n    attempt\n    maxAttempts\n    fallback\n    instance {\n      id\n      hostname\n      pid\n    }\n    worker\n    queue\n    queueKey\n    priority\n  }\n": typeof types.RunFactsFragmentDoc,
    "\n  query RunPage($id: ID!) {\n    run(id: $id) {\n      ...RunDetail\n    }\n  }\n": typeof types.RunPageDocument,
    "\n  fragment RunDetail on Run {\n    ...RunRow\n    ...RunFacts\n    ...RunTimeline\n    ...RelatedRuns\n    result\n    resultTruncated\n    payload\n    task {\n      id\n      name\n      payload\n      deletedAt\n    }\n    blockedBy {\n      id\n      scheduledFor\n      task {\n        id\n        name\n      }\n    }\n    attempts(last: 25) {\n      ...RunAttempts\n    }\n  }\n": typeof types.RunDetailFragmentDoc,
    "\n  fragment RunTimeline on Run {\n    state\n    trigger\n    createdAt\n    scheduledFor\n    effectiveAt\n    startedAt\n    finishedAt\n    attempt\n  }\n": typeof types.RunTimelineFragmentDoc,
    "\n  fragment LogLine on LogLine {\n    number\n    at\n    level\n    text\n    attempt\n    cursor\n  }\n": typeof types.LogLineFragmentDoc,
    "\n  subscription RunLog($runId: ID!, $after: Cursor) {\n    runLog(runId: $runId, after: $after) {\n      ...LogLine\n    }\n  }\n": typeof types.RunLogDocument,
    "\n  query SecretList {\n    server {\n      secretsEnabled\n    }\n    secrets {\n      ...SecretRow\n    }\n  }\n": typeof types.SecretListDocument,
    "\n  mutation DeleteSecret($input: DeleteSecretInput!) {\n    deleteSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteSecretDocument,
    "\n  fragment SecretRow on Secret {\n    id\n    name\n    description\n    usable\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n": typeof types.SecretRowFragmentDoc,
    "\n  mutation CreateSecret($input: CreateSecretInput!) {\n    createSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateSecretDocument,
    "\n  mutation UpdateSecret($input: UpdateSecretInput!) {\n    updateSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateSecretDocument,
    "\n  query ServerLine {\n    server {\n      version\n      now\n      database\n    }\n  }\n": typeof types.ServerLineDocument,
    "\n  query ServerTrouble {\n    server {\n      trouble {\n        code\n        message\n        lasting\n      }\n    }\n  }\n": typeof types.ServerTroubleDocument,
    "\n  mutation BackfillTask($input: BackfillTaskInput!) {\n    backfillTask(input: $input) {\n      count\n      sample {\n        ...UpcomingRow\n      }\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.BackfillTaskDocument,
    "\n  fragment BackfillRow on Backfill {\n    id\n    from\n    until\n    scope\n    rate\n    state\n    total\n    created\n    finished\n    succeeded\n    createdAt\n    finishedAt\n  }\n": typeof types.BackfillRowFragmentDoc,
    "\n  mutation CancelBackfill($input: CancelBackfillInput!) {\n    cancelBackfill(input: $input) {\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CancelBackfillDocument,
    "\n  query BackfillProgress($id: ID!) {\n    backfill(id: $id) {\n      ...BackfillRow\n    }\n  }\n": typeof types.BackfillProgressDocument,
    "\n  mutation PauseTasks($input: PauseTasksInput!) {\n    pauseTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.PauseTasksDocument,
    "\n  mutation ResumeTasks($input: ResumeTasksInput!) {\n    resumeTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ResumeTasksDocument,
    "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteTasksDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  query TaskToCopy($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n": typeof types.TaskToCopyDocument,
    "\n  query TaskToEdit($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n": typeof types.TaskToEditDocument,
    "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateTaskDocument,
    "\n  query ExplainOccurrence($taskId: ID!, $at: DateTime!) {\n    explainOccurrence(taskId: $taskId, at: $at) {\n      at\n      local\n      verdict\n      summary\n      checks {\n        ...OccurrenceChecks\n      }\n      run {\n        id\n        state\n      }\n      previous {\n        at\n      }\n      next {\n        at\n      }\n    }\n  }\n": typeof types.ExplainOccurrenceDocument,
    "\n  query ChangePreview($input: PreviewTaskChangeInput!) {\n    previewTaskChange(input: $input) {\n      from\n      until\n      truncated\n      unchanged\n      added {\n        at\n      }\n      removed {\n        at\n      }\n      moved {\n        from {\n          at\n        }\n        to {\n          at\n        }\n      }\n      overlaps {\n        sampleSize\n        p50Ms\n        p95Ms\n        before\n        after\n        peakBefore\n        peakAfter\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ChangePreviewDocument,
    "\n  query CalendarChoices {\n    calendars {\n      id\n      name\n      entryCount\n    }\n  }\n": typeof types.CalendarChoicesDocument,
    "\n  fragment ScheduleForForm on Schedule {\n    __typename\n    ... on CronSchedule {\n      expression\n      timezone\n      gap\n      repeat\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n      grace\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n      gap\n      repeat\n    }\n    ... on StartupSchedule {\n      delay\n    }\n  }\n": typeof types.ScheduleForFormFragmentDoc,
    "\n  fragment TargetForForm on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      url\n      method\n      headers {\n        name\n        value\n      }\n      body\n      expectedStatus\n      signingSecret\n    }\n    ... on WorkerTarget {\n      queue\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      command\n      script\n      cwd\n      env {\n        name\n        value\n      }\n      successExitCodes\n      stopGrace\n    }\n  }\n": typeof types.TargetForFormFragmentDoc,
    "\n  fragment TaskForForm on Task {\n    id\n    name\n    description\n    version\n    deletedAt\n    payload\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    hashSeed\n    timeout\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    queue\n    queueKey\n    priority\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    onCrash\n    pauseAfterFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      payload\n      task {\n        id\n      }\n    }\n    exclusions {\n      __typename\n      ... on CronExclusion {\n        expression\n        timezone\n      }\n      ... on DateExclusion {\n        from\n        until\n        timezone\n      }\n      ... on CalendarExclusion {\n        calendar {\n          id\n        }\n      }\n    }\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    schedule {\n      ...ScheduleForForm\n      ... on UnionSchedule {\n        of {\n          ...ScheduleForForm\n        }\n      }\n    }\n    target {\n      ...TargetForForm\n    }\n    fallbackTarget {\n      ...TargetForForm\n    }\n  }\n": typeof types.TaskForFormFragmentDoc,
    "\n  query Modules {\n    modules {\n      name\n      description\n      payloadSchema\n      problem\n    }\n  }\n": typeof types.ModulesDocument,
    "\n  query SchedulePreview($input: PreviewScheduleInput!) {\n    previewSchedule(input: $input) {\n      description\n      timezone\n      occurrences {\n        ...UpcomingRow\n      }\n      omitted {\n        ...OmittedRow\n      }\n      remarks\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.SchedulePreviewDocument,
    "\n  query ShellAllowed {\n    server {\n      shellAllowed\n    }\n  }\n": typeof types.ShellAllowedDocument,
    "\n  fragment HeldRuns on Task {\n    id\n    heldRuns {\n      id\n      state\n      scheduledFor\n      heldUntil\n      why\n    }\n  }\n": typeof types.HeldRunsFragmentDoc,
    "\n  mutation ResolveHeldRuns($input: ResolveHeldRunsInput!) {\n    resolveHeldRuns(input: $input) {\n      runs {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ResolveHeldRunsDocument,
    "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          ...AuditRow\n        }\n        totalCount\n      }\n    }\n  }\n": typeof types.TaskHistoryDocument,
    "\n  mutation RevertTask($input: RevertTaskInput!) {\n    revertTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RevertTaskDocument,
    "\n  query TaskList($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.TaskListDocument,
    "\n  fragment OccurrenceChecks on OccurrenceCheck {\n    __typename\n    passed\n    message\n    ... on ExclusionCheck {\n      calendar {\n        id\n      }\n    }\n    ... on RunCheck {\n      blockedBy {\n        id\n      }\n    }\n  }\n": typeof types.OccurrenceChecksFragmentDoc,
    "\n  fragment TaskPolicies on Task {\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    timeout\n    queue\n    queueKey\n    priority\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    fallbackTarget {\n      summary\n    }\n    onCrash\n    pauseAfterFailures\n    consecutiveFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      task {\n        id\n        name\n        deletedAt\n      }\n    }\n  }\n": typeof types.TaskPoliciesFragmentDoc,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RestoreTaskDocument,
    "\n  fragment RunBar on Run {\n    id\n    state\n    scheduledFor\n    durationMs\n  }\n": typeof types.RunBarFragmentDoc,
    "\n  fragment ScheduleFacts on Task {\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    exclusions {\n      __typename\n      description\n      ... on CalendarExclusion {\n        calendar {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.ScheduleFactsFragmentDoc,
    "\n  fragment TargetSummary on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      headers {\n        name\n      }\n      expectedStatus\n      signingSecret\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      cwd\n      env {\n        name\n      }\n      successExitCodes\n    }\n    ... on WorkerTarget {\n      queue\n    }\n  }\n": typeof types.TargetSummaryFragmentDoc,
    "\n  query TaskPage($id: ID!) {\n    task(id: $id) {\n      ...TaskDetail\n    }\n  }\n": typeof types.TaskPageDocument,
    "\n  fragment TaskDetail on Task {\n    ...TaskActions\n    ...TaskPolicies\n    ...ScheduleFacts\n    ...HeldRuns\n    description\n    payload\n    pauseReason\n    pausedAt\n    nextRunAt\n    createdAt\n    updatedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      ...TargetSummary\n    }\n    upcoming(first: 5) {\n      ...UpcomingRow\n    }\n    backfills {\n      ...BackfillRow\n    }\n    strip: runs(\n      first: 30\n      filter: { state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n    ) {\n      nodes {\n        ...RunBar\n      }\n    }\n  }\n": typeof types.TaskDetailFragmentDoc,
    "\n  query TaskRuns($taskId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(\n      filter: { taskId: [$taskId], state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.TaskRunsDocument,
    "\n  fragment TaskRow on Task {\n    ...TaskActions\n    description\n    nextRunAt\n    pauseReason\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n    lastRun {\n      id\n      state\n      scheduledFor\n      finishedAt\n    }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  fragment UpcomingRow on Occurrence {\n    at\n    effectiveAt\n    local\n    offset\n    notes {\n      kind\n      message\n    }\n  }\n": typeof types.UpcomingRowFragmentDoc,
    "\n  fragment OmittedRow on OmittedOccurrence {\n    at\n    local\n    timezone\n    note {\n      kind\n      message\n    }\n  }\n": typeof types.OmittedRowFragmentDoc,
    "\n  fragment TaskActions on Task {\n    id\n    name\n    state\n    version\n    deletedAt\n  }\n": typeof types.TaskActionsFragmentDoc,
    "\n  mutation PauseTask($input: PauseTaskInput!) {\n    pauseTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.PauseTaskDocument,
    "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ResumeTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteTaskDocument,
    "\n  query OccurrencesSincePause($id: ID!) {\n    task(id: $id) {\n      id\n      occurrencesSincePause\n    }\n  }\n": typeof types.OccurrencesSincePauseDocument,
    "\n  query ScheduleOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      schedule {\n        ...ScheduleWords\n      }\n    }\n  }\n": typeof types.ScheduleOfTaskDocument,
    "\n  query PayloadOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      payload\n    }\n  }\n": typeof types.PayloadOfTaskDocument,
    "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    action\n    outcome\n    errorCode\n    address\n    userAgent\n    transport\n    version\n    changeId\n    undoes\n    omitted\n    actor {\n      kind\n      id\n      name\n    }\n    subject {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n": typeof types.AuditRowFragmentDoc,
    "\n  fragment Complaint on UserError {\n    code\n    field\n    message\n  }\n": typeof types.ComplaintFragmentDoc,
    "\n  query PayloadSchema($id: ID!) {\n    task(id: $id) {\n      id\n      target {\n        ... on ModuleTarget {\n          module {\n            payloadSchema\n          }\n        }\n      }\n    }\n  }\n": typeof types.PayloadSchemaDocument,
    "\n  query QueueChoices {\n    queues {\n      name\n      paused\n    }\n  }\n": typeof types.QueueChoicesDocument,
    "\n  fragment RunRow on Run {\n    id\n    state\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    late\n    durationMs\n    attempt\n    maxAttempts\n    why\n    error {\n      code\n      message\n    }\n    progress\n    progressMessage\n    blockedBy {\n      id\n    }\n    task {\n      id\n      name\n    }\n  }\n": typeof types.RunRowFragmentDoc,
    "\n  fragment ScheduleWords on Schedule {\n    __typename\n    description\n    ... on CronSchedule {\n      expression\n      timezone\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n    }\n    ... on StartupSchedule {\n      delay\n    }\n    ... on UnionSchedule {\n      of {\n        __typename\n        description\n        ... on CronSchedule {\n          expression\n          timezone\n        }\n        ... on OnceSchedule {\n          at\n          shownIn: timezone\n        }\n        ... on EverySchedule {\n          interval\n          anchor\n        }\n        ... on RruleSchedule {\n          rule\n          timezone\n        }\n      }\n    }\n  }\n": typeof types.ScheduleWordsFragmentDoc,
    "\n  query TaskChoices($search: String) {\n    tasks(filter: { search: $search }, first: 20) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.TaskChoicesDocument,
    "\n  query ChosenTask($id: ID!) {\n    task(id: $id) {\n      id\n      name\n    }\n  }\n": typeof types.ChosenTaskDocument,
    "\n  mutation TriggerTask($input: TriggerTaskInput!) {\n    triggerTask(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.TriggerTaskDocument,
    "\n  fragment TaskChange on TaskChangeResult {\n    taskId\n    outcome\n    error {\n      message\n    }\n  }\n": typeof types.TaskChangeFragmentDoc,
    "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UndoChangeDocument,
    "\n  query TimeZones {\n    server {\n      timezones\n    }\n  }\n": typeof types.TimeZonesDocument,
    "\n  query ClockChangesPage($year: Int!) {\n    clockChangeImpacts(year: $year) {\n      year\n      truncated\n      nodes {\n        task {\n          id\n          name\n        }\n        timezone\n        changeAt\n        offsetBefore\n        offsetAfter\n        kind\n        at\n        local\n        message\n      }\n    }\n  }\n": typeof types.ClockChangesPageDocument,
    "\n  query UpcomingPage($from: DateTime, $until: DateTime) {\n    upcoming(from: $from, until: $until, first: 500) {\n      from\n      until\n      truncated\n      message\n      nodes {\n        task {\n          id\n          name\n        }\n        occurrence {\n          at\n          effectiveAt\n          notes {\n            kind\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.UpcomingPageDocument,
    "\n  fragment WebhookRow on Webhook {\n    id\n    name\n    url\n    format\n    filter {\n      runEvents\n      taskEvents\n      taskId\n      search\n    }\n    headers {\n      name\n      value\n    }\n    signed\n    previousSecretUntil\n    state\n    stateReason\n    failingSince\n    deliveredAt\n    eventsLostAt\n    pendingDeliveries\n    version\n    createdAt\n    updatedAt\n  }\n": typeof types.WebhookRowFragmentDoc,
    "\n  fragment DeliveryRow on WebhookDelivery {\n    id\n    messageId\n    type\n    at\n    run {\n      id\n    }\n    task {\n      id\n      name\n    }\n    body\n    state\n    attempts\n    nextAttemptAt\n    attemptedAt\n    status\n    error\n    durationMs\n  }\n": typeof types.DeliveryRowFragmentDoc,
    "\n  query WebhookList {\n    server {\n      secretsEnabled\n    }\n    webhooks {\n      ...WebhookRow\n    }\n  }\n": typeof types.WebhookListDocument,
    "\n  mutation PauseWebhook($input: PauseWebhookInput!) {\n    pauseWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.PauseWebhookDocument,
    "\n  mutation ResumeWebhook($input: ResumeWebhookInput!) {\n    resumeWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.ResumeWebhookDocument,
    "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.TestWebhookDocument,
    "\n  mutation Redeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.RedeliverDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": typeof types.UpdateWebhookDocument,
    "\n  query WebhookPage(\n    $id: ID!\n    $state: [WebhookDeliveryState!]\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n  ) {\n    server {\n      secretsEnabled\n    }\n    webhook(id: $id) {\n      ...WebhookRow\n      deliveries(state: $state, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...DeliveryRow\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n": typeof types.WebhookPageDocument,
};
const documents: Documents = {
    "\n  query Account {\n    viewer {\n      kind\n      name\n      rights\n      user {\n        id\n        role\n        hasPassword\n        sessions {\n          id\n          current\n          createdAt\n          lastSeenAt\n          address\n          userAgent\n        }\n      }\n    }\n    apiTokens {\n      id\n      name\n      hint\n      rights\n      createdAt\n      expiresAt\n      lastUsedAt\n      revokedAt\n      user {\n        id\n        name\n      }\n    }\n  }\n": types.AccountDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RevokeApiTokenDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  fragment UserRow on User {\n    id\n    name\n    role\n    disabled\n    issuer\n    hasPassword\n    createdAt\n    lastSeenAt\n    memberships {\n      role\n      namespace {\n        name\n      }\n    }\n  }\n": types.UserRowFragmentDoc,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  query UserList {\n    users {\n      ...UserRow\n    }\n  }\n": types.UserListDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteUserDocument,
    "\n  query AuditList($filter: AuditFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.AuditListDocument,
    "\n  query CalendarPage($id: ID!, $first: Int!, $endingAfter: LocalDateTime) {\n    calendar(id: $id) {\n      ...CalendarRow\n      createdAt\n      entries(first: $first, endingAfter: $endingAfter) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n": types.CalendarPageDocument,
    "\n  mutation DeleteCalendar($input: DeleteCalendarInput!) {\n    deleteCalendar(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteCalendarDocument,
    "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateCalendarDocument,
    "\n  query CalendarToEdit($id: ID!) {\n    calendar(id: $id) {\n      ...CalendarRow\n      entries(first: 1000) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n": types.CalendarToEditDocument,
    "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateCalendarDocument,
    "\n  fragment CalendarRow on Calendar {\n    id\n    name\n    description\n    timezone\n    entryCount\n    version\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n": types.CalendarRowFragmentDoc,
    "\n  fragment CalendarEntryRow on CalendarEntry {\n    from\n    until\n    label\n  }\n": types.CalendarEntryRowFragmentDoc,
    "\n  query CalendarList {\n    calendars {\n      ...CalendarRow\n    }\n  }\n": types.CalendarListDocument,
    "\n  query ClusterPage {\n    instances {\n      ...InstanceRow\n    }\n    server {\n      version\n      now\n      database\n      tzdataVersion\n      timezones\n      tzdataChange {\n        ...TzdataNotice\n      }\n    }\n  }\n": types.ClusterPageDocument,
    "\n  fragment InstanceRow on Instance {\n    id\n    hostname\n    pid\n    version\n    roles\n    startedAt\n    lastSeenAt\n    stoppedAt\n    running\n    load\n    clockAheadMs\n  }\n": types.InstanceRowFragmentDoc,
    "\n  fragment TzdataNotice on TzdataChange {\n    from\n    to\n    foundAt\n    timezones\n    moved {\n      task {\n        id\n        name\n      }\n      message\n    }\n  }\n": types.TzdataNoticeFragmentDoc,
    "\n  fragment TaskLive on Task {\n    id\n    name\n    description\n    state\n    version\n    nextRunAt\n    pauseReason\n    pausedAt\n    updatedAt\n    deletedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n  }\n": types.TaskLiveFragmentDoc,
    "\n  subscription LiveRuns($after: Cursor, $heartbeats: Boolean! = false) {\n    runEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      run {\n        ...RunRow\n      }\n    }\n  }\n": types.LiveRunsDocument,
    "\n  subscription LiveTasks($after: Cursor, $heartbeats: Boolean! = false) {\n    taskEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      task {\n        ...TaskLive\n      }\n    }\n  }\n": types.LiveTasksDocument,
    "\n  query NamespaceMembers($name: String!) {\n    namespace(name: $name) {\n      name\n      members {\n        role\n        user {\n          id\n          name\n        }\n      }\n    }\n    users {\n      id\n      name\n    }\n  }\n": types.NamespaceMembersDocument,
    "\n  mutation SetMembership($input: SetMembershipInput!) {\n    setMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.SetMembershipDocument,
    "\n  mutation RemoveMembership($input: RemoveMembershipInput!) {\n    removeMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RemoveMembershipDocument,
    "\n  fragment NamespaceRow on Namespace {\n    name\n    description\n    version\n    quotas {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    usage {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    members {\n      role\n      user {\n        id\n        name\n      }\n    }\n  }\n": types.NamespaceRowFragmentDoc,
    "\n  mutation CreateNamespace($input: CreateNamespaceInput!) {\n    createNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateNamespaceDocument,
    "\n  mutation UpdateNamespace($input: UpdateNamespaceInput!) {\n    updateNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateNamespaceDocument,
    "\n  query NamespaceList {\n    namespaces {\n      ...NamespaceRow\n    }\n  }\n": types.NamespaceListDocument,
    "\n  mutation DeleteNamespace($input: DeleteNamespaceInput!) {\n    deleteNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteNamespaceDocument,
    "\n  query ClockChangesSoon($year: Int!, $next: Int!, $turns: Boolean!) {\n    clockChangeImpacts(year: $year) {\n      ...ImpactsSoon\n    }\n    next: clockChangeImpacts(year: $next) @include(if: $turns) {\n      ...ImpactsSoon\n    }\n  }\n": types.ClockChangesSoonDocument,
    "\n  fragment ImpactsSoon on ClockChangeImpacts {\n    nodes {\n      task {\n        id\n      }\n      changeAt\n      timezone\n    }\n  }\n": types.ImpactsSoonFragmentDoc,
    "\n  fragment Lateness on LatenessSummary {\n    p50Ms\n    p95Ms\n    p99Ms\n    maxMs\n  }\n": types.LatenessFragmentDoc,
    "\n  query OverviewPage {\n    overview {\n      cursor\n      activeTasks\n      pausedTasks\n      runningRuns\n      waitingRuns\n      deadLetters\n      last24Hours {\n        ...Past24Hours\n      }\n      lateness {\n        ...Lateness\n      }\n      next(first: 10) {\n        ...RunRow\n      }\n    }\n    tasks(first: 1) {\n      totalCount\n    }\n    going: runs(filter: { state: [RUNNING] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n    ended: runs(filter: { state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n  }\n": types.OverviewPageDocument,
    "\n  fragment Past24Hours on RunCounts {\n    succeeded\n    failed\n    cancelled\n    skipped\n    missed\n  }\n": types.Past24HoursFragmentDoc,
    "\n  fragment QueueRow on Queue {\n    name\n    description\n    concurrency\n    concurrencyPerKey\n    rate {\n      limit\n      period\n      burst\n    }\n    paused\n    pausedAt\n    pauseReason\n    runningRuns\n    waitingRuns\n    oldestDueAt\n    version\n    createdAt\n    updatedAt\n  }\n": types.QueueRowFragmentDoc,
    "\n  query QueueList {\n    queues {\n      ...QueueRow\n    }\n  }\n": types.QueueListDocument,
    "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateQueueDocument,
    "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateQueueDocument,
    "\n  query QueuePage($name: String!, $first: Int!) {\n    queue(name: $name) {\n      ...QueueRow\n      tasks {\n        id\n        name\n        queueKey\n        priority\n      }\n    }\n    waiting: runs(\n      filter: { queue: [$name], state: [QUEUED, RETRYING] }\n      orderBy: { field: SCHEDULED_FOR, direction: ASC }\n      first: $first\n    ) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n    going: runs(filter: { queue: [$name], state: [RUNNING] }, first: $first) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n  }\n": types.QueuePageDocument,
    "\n  fragment QueueRun on Run {\n    ...RunRow\n    queueKey\n    priority\n  }\n": types.QueueRunFragmentDoc,
    "\n  mutation PauseQueue($input: PauseQueueInput!) {\n    pauseQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.PauseQueueDocument,
    "\n  mutation ResumeQueue($input: ResumeQueueInput!) {\n    resumeQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ResumeQueueDocument,
    "\n  mutation DeleteQueue($input: DeleteQueueInput!) {\n    deleteQueue(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteQueueDocument,
    "\n  fragment RunAttempts on AttemptConnection {\n    nodes {\n      number\n      startedAt\n      finishedAt\n      durationMs\n      outcome\n      fallback\n      outputTail\n      error {\n        code\n        message\n      }\n      instance {\n        id\n        hostname\n        pid\n      }\n      worker\n    }\n    totalCount\n  }\n": types.RunAttemptsFragmentDoc,
    "\n  mutation RedriveRuns($input: RedriveRunsInput!) {\n    redriveRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RedriveRunsDocument,
    "\n  mutation DismissRuns($input: DismissRunsInput!) {\n    dismissRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DismissRunsDocument,
    "\n  query RunList($filter: RunFilter, $orderBy: RunOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.RunListDocument,
    "\n  fragment RelatedRuns on Run {\n    deadLetter\n    dismissedAt\n    dismissReason\n    parent {\n      ...RelatedRun\n    }\n    children {\n      ...RelatedRun\n    }\n    redriveOf {\n      ...RelatedRun\n    }\n    redrivenBy {\n      ...RelatedRun\n    }\n  }\n": types.RelatedRunsFragmentDoc,
    "\n  fragment RelatedRun on Run {\n    id\n    state\n    task {\n      id\n      name\n    }\n  }\n": types.RelatedRunFragmentDoc,
    "\n  mutation RetryRun($input: RetryRunInput!) {\n    retryRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RetryRunDocument,
    "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CancelRunDocument,
    "\n  fragment RunFacts on Run {\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    backfill {\n      id\n    }\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    durationMs\n    attempt\n    maxAttempts\n    fallback\n    instance {\n      id\n      hostname\n      pid\n    }\n    worker\n    queue\n    queueKey\n    priority\n  }\n": types.RunFactsFragmentDoc,
    "\n  query RunPage($id: ID!) {\n    run(id: $id) {\n      ...RunDetail\n    }\n  }\n": types.RunPageDocument,
    "\n  fragment RunDetail on Run {\n    ...RunRow\n    ...RunFacts\n    ...RunTimeline\n    ...RelatedRuns\n    result\n    resultTruncated\n    payload\n    task {\n      id\n      name\n      payload\n      deletedAt\n    }\n    blockedBy {\n      id\n      scheduledFor\n      task {\n        id\n        name\n      }\n    }\n    attempts(last: 25) {\n      ...RunAttempts\n    }\n  }\n": types.RunDetailFragmentDoc,
    "\n  fragment RunTimeline on Run {\n    state\n    trigger\n    createdAt\n    scheduledFor\n    effectiveAt\n    startedAt\n    finishedAt\n    attempt\n  }\n": types.RunTimelineFragmentDoc,
    "\n  fragment LogLine on LogLine {\n    number\n    at\n    level\n    text\n    attempt\n    cursor\n  }\n": types.LogLineFragmentDoc,
    "\n  subscription RunLog($runId: ID!, $after: Cursor) {\n    runLog(runId: $runId, after: $after) {\n      ...LogLine\n    }\n  }\n": types.RunLogDocument,
    "\n  query SecretList {\n    server {\n      secretsEnabled\n    }\n    secrets {\n      ...SecretRow\n    }\n  }\n": types.SecretListDocument,
    "\n  mutation DeleteSecret($input: DeleteSecretInput!) {\n    deleteSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteSecretDocument,
    "\n  fragment SecretRow on Secret {\n    id\n    name\n    description\n    usable\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n": types.SecretRowFragmentDoc,
    "\n  mutation CreateSecret($input: CreateSecretInput!) {\n    createSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateSecretDocument,
    "\n  mutation UpdateSecret($input: UpdateSecretInput!) {\n    updateSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateSecretDocument,
    "\n  query ServerLine {\n    server {\n      version\n      now\n      database\n    }\n  }\n": types.ServerLineDocument,
    "\n  query ServerTrouble {\n    server {\n      trouble {\n        code\n        message\n        lasting\n      }\n    }\n  }\n": types.ServerTroubleDocument,
    "\n  mutation BackfillTask($input: BackfillTaskInput!) {\n    backfillTask(input: $input) {\n      count\n      sample {\n        ...UpcomingRow\n      }\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.BackfillTaskDocument,
    "\n  fragment BackfillRow on Backfill {\n    id\n    from\n    until\n    scope\n    rate\n    state\n    total\n    created\n    finished\n    succeeded\n    createdAt\n    finishedAt\n  }\n": types.BackfillRowFragmentDoc,
    "\n  mutation CancelBackfill($input: CancelBackfillInput!) {\n    cancelBackfill(input: $input) {\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CancelBackfillDocument,
    "\n  query BackfillProgress($id: ID!) {\n    backfill(id: $id) {\n      ...BackfillRow\n    }\n  }\n": types.BackfillProgressDocument,
    "\n  mutation PauseTasks($input: PauseTasksInput!) {\n    pauseTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.PauseTasksDocument,
    "\n  mutation ResumeTasks($input: ResumeTasksInput!) {\n    resumeTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ResumeTasksDocument,
    "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteTasksDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  query TaskToCopy($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n": types.TaskToCopyDocument,
    "\n  query TaskToEdit($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n": types.TaskToEditDocument,
    "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateTaskDocument,
    "\n  query ExplainOccurrence($taskId: ID!, $at: DateTime!) {\n    explainOccurrence(taskId: $taskId, at: $at) {\n      at\n      local\n      verdict\n      summary\n      checks {\n        ...OccurrenceChecks\n      }\n      run {\n        id\n        state\n      }\n      previous {\n        at\n      }\n      next {\n        at\n      }\n    }\n  }\n": types.ExplainOccurrenceDocument,
    "\n  query ChangePreview($input: PreviewTaskChangeInput!) {\n    previewTaskChange(input: $input) {\n      from\n      until\n      truncated\n      unchanged\n      added {\n        at\n      }\n      removed {\n        at\n      }\n      moved {\n        from {\n          at\n        }\n        to {\n          at\n        }\n      }\n      overlaps {\n        sampleSize\n        p50Ms\n        p95Ms\n        before\n        after\n        peakBefore\n        peakAfter\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ChangePreviewDocument,
    "\n  query CalendarChoices {\n    calendars {\n      id\n      name\n      entryCount\n    }\n  }\n": types.CalendarChoicesDocument,
    "\n  fragment ScheduleForForm on Schedule {\n    __typename\n    ... on CronSchedule {\n      expression\n      timezone\n      gap\n      repeat\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n      grace\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n      gap\n      repeat\n    }\n    ... on StartupSchedule {\n      delay\n    }\n  }\n": types.ScheduleForFormFragmentDoc,
    "\n  fragment TargetForForm on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      url\n      method\n      headers {\n        name\n        value\n      }\n      body\n      expectedStatus\n      signingSecret\n    }\n    ... on WorkerTarget {\n      queue\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      command\n      script\n      cwd\n      env {\n        name\n        value\n      }\n      successExitCodes\n      stopGrace\n    }\n  }\n": types.TargetForFormFragmentDoc,
    "\n  fragment TaskForForm on Task {\n    id\n    name\n    description\n    version\n    deletedAt\n    payload\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    hashSeed\n    timeout\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    queue\n    queueKey\n    priority\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    onCrash\n    pauseAfterFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      payload\n      task {\n        id\n      }\n    }\n    exclusions {\n      __typename\n      ... on CronExclusion {\n        expression\n        timezone\n      }\n      ... on DateExclusion {\n        from\n        until\n        timezone\n      }\n      ... on CalendarExclusion {\n        calendar {\n          id\n        }\n      }\n    }\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    schedule {\n      ...ScheduleForForm\n      ... on UnionSchedule {\n        of {\n          ...ScheduleForForm\n        }\n      }\n    }\n    target {\n      ...TargetForForm\n    }\n    fallbackTarget {\n      ...TargetForForm\n    }\n  }\n": types.TaskForFormFragmentDoc,
    "\n  query Modules {\n    modules {\n      name\n      description\n      payloadSchema\n      problem\n    }\n  }\n": types.ModulesDocument,
    "\n  query SchedulePreview($input: PreviewScheduleInput!) {\n    previewSchedule(input: $input) {\n      description\n      timezone\n      occurrences {\n        ...UpcomingRow\n      }\n      omitted {\n        ...OmittedRow\n      }\n      remarks\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.SchedulePreviewDocument,
    "\n  query ShellAllowed {\n    server {\n      shellAllowed\n    }\n  }\n": types.ShellAllowedDocument,
    "\n  fragment HeldRuns on Task {\n    id\n    heldRuns {\n      id\n      state\n      scheduledFor\n      heldUntil\n      why\n    }\n  }\n": types.HeldRunsFragmentDoc,
    "\n  mutation ResolveHeldRuns($input: ResolveHeldRunsInput!) {\n    resolveHeldRuns(input: $input) {\n      runs {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ResolveHeldRunsDocument,
    "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          ...AuditRow\n        }\n        totalCount\n      }\n    }\n  }\n": types.TaskHistoryDocument,
    "\n  mutation RevertTask($input: RevertTaskInput!) {\n    revertTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RevertTaskDocument,
    "\n  query TaskList($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.TaskListDocument,
    "\n  fragment OccurrenceChecks on OccurrenceCheck {\n    __typename\n    passed\n    message\n    ... on ExclusionCheck {\n      calendar {\n        id\n      }\n    }\n    ... on RunCheck {\n      blockedBy {\n        id\n      }\n    }\n  }\n": types.OccurrenceChecksFragmentDoc,
    "\n  fragment TaskPolicies on Task {\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    timeout\n    queue\n    queueKey\n    priority\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    fallbackTarget {\n      summary\n    }\n    onCrash\n    pauseAfterFailures\n    consecutiveFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      task {\n        id\n        name\n        deletedAt\n      }\n    }\n  }\n": types.TaskPoliciesFragmentDoc,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RestoreTaskDocument,
    "\n  fragment RunBar on Run {\n    id\n    state\n    scheduledFor\n    durationMs\n  }\n": types.RunBarFragmentDoc,
    "\n  fragment ScheduleFacts on Task {\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    exclusions {\n      __typename\n      description\n      ... on CalendarExclusion {\n        calendar {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.ScheduleFactsFragmentDoc,
    "\n  fragment TargetSummary on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      headers {\n        name\n      }\n      expectedStatus\n      signingSecret\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      cwd\n      env {\n        name\n      }\n      successExitCodes\n    }\n    ... on WorkerTarget {\n      queue\n    }\n  }\n": types.TargetSummaryFragmentDoc,
    "\n  query TaskPage($id: ID!) {\n    task(id: $id) {\n      ...TaskDetail\n    }\n  }\n": types.TaskPageDocument,
    "\n  fragment TaskDetail on Task {\n    ...TaskActions\n    ...TaskPolicies\n    ...ScheduleFacts\n    ...HeldRuns\n    description\n    payload\n    pauseReason\n    pausedAt\n    nextRunAt\n    createdAt\n    updatedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      ...TargetSummary\n    }\n    upcoming(first: 5) {\n      ...UpcomingRow\n    }\n    backfills {\n      ...BackfillRow\n    }\n    strip: runs(\n      first: 30\n      filter: { state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n    ) {\n      nodes {\n        ...RunBar\n      }\n    }\n  }\n": types.TaskDetailFragmentDoc,
    "\n  query TaskRuns($taskId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(\n      filter: { taskId: [$taskId], state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.TaskRunsDocument,
    "\n  fragment TaskRow on Task {\n    ...TaskActions\n    description\n    nextRunAt\n    pauseReason\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n    lastRun {\n      id\n      state\n      scheduledFor\n      finishedAt\n    }\n  }\n": types.TaskRowFragmentDoc,
    "\n  fragment UpcomingRow on Occurrence {\n    at\n    effectiveAt\n    local\n    offset\n    notes {\n      kind\n      message\n    }\n  }\n": types.UpcomingRowFragmentDoc,
    "\n  fragment OmittedRow on OmittedOccurrence {\n    at\n    local\n    timezone\n    note {\n      kind\n      message\n    }\n  }\n": types.OmittedRowFragmentDoc,
    "\n  fragment TaskActions on Task {\n    id\n    name\n    state\n    version\n    deletedAt\n  }\n": types.TaskActionsFragmentDoc,
    "\n  mutation PauseTask($input: PauseTaskInput!) {\n    pauseTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.PauseTaskDocument,
    "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ResumeTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteTaskDocument,
    "\n  query OccurrencesSincePause($id: ID!) {\n    task(id: $id) {\n      id\n      occurrencesSincePause\n    }\n  }\n": types.OccurrencesSincePauseDocument,
    "\n  query ScheduleOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      schedule {\n        ...ScheduleWords\n      }\n    }\n  }\n": types.ScheduleOfTaskDocument,
    "\n  query PayloadOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      payload\n    }\n  }\n": types.PayloadOfTaskDocument,
    "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    action\n    outcome\n    errorCode\n    address\n    userAgent\n    transport\n    version\n    changeId\n    undoes\n    omitted\n    actor {\n      kind\n      id\n      name\n    }\n    subject {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n": types.AuditRowFragmentDoc,
    "\n  fragment Complaint on UserError {\n    code\n    field\n    message\n  }\n": types.ComplaintFragmentDoc,
    "\n  query PayloadSchema($id: ID!) {\n    task(id: $id) {\n      id\n      target {\n        ... on ModuleTarget {\n          module {\n            payloadSchema\n          }\n        }\n      }\n    }\n  }\n": types.PayloadSchemaDocument,
    "\n  query QueueChoices {\n    queues {\n      name\n      paused\n    }\n  }\n": types.QueueChoicesDocument,
    "\n  fragment RunRow on Run {\n    id\n    state\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    late\n    durationMs\n    attempt\n    maxAttempts\n    why\n    error {\n      code\n      message\n    }\n    progress\n    progressMessage\n    blockedBy {\n      id\n    }\n    task {\n      id\n      name\n    }\n  }\n": types.RunRowFragmentDoc,
    "\n  fragment ScheduleWords on Schedule {\n    __typename\n    description\n    ... on CronSchedule {\n      expression\n      timezone\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n    }\n    ... on StartupSchedule {\n      delay\n    }\n    ... on UnionSchedule {\n      of {\n        __typename\n        description\n        ... on CronSchedule {\n          expression\n          timezone\n        }\n        ... on OnceSchedule {\n          at\n          shownIn: timezone\n        }\n        ... on EverySchedule {\n          interval\n          anchor\n        }\n        ... on RruleSchedule {\n          rule\n          timezone\n        }\n      }\n    }\n  }\n": types.ScheduleWordsFragmentDoc,
    "\n  query TaskChoices($search: String) {\n    tasks(filter: { search: $search }, first: 20) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.TaskChoicesDocument,
    "\n  query ChosenTask($id: ID!) {\n    task(id: $id) {\n      id\n      name\n    }\n  }\n": types.ChosenTaskDocument,
    "\n  mutation TriggerTask($input: TriggerTaskInput!) {\n    triggerTask(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.TriggerTaskDocument,
    "\n  fragment TaskChange on TaskChangeResult {\n    taskId\n    outcome\n    error {\n      message\n    }\n  }\n": types.TaskChangeFragmentDoc,
    "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UndoChangeDocument,
    "\n  query TimeZones {\n    server {\n      timezones\n    }\n  }\n": types.TimeZonesDocument,
    "\n  query ClockChangesPage($year: Int!) {\n    clockChangeImpacts(year: $year) {\n      year\n      truncated\n      nodes {\n        task {\n          id\n          name\n        }\n        timezone\n        changeAt\n        offsetBefore\n        offsetAfter\n        kind\n        at\n        local\n        message\n      }\n    }\n  }\n": types.ClockChangesPageDocument,
    "\n  query UpcomingPage($from: DateTime, $until: DateTime) {\n    upcoming(from: $from, until: $until, first: 500) {\n      from\n      until\n      truncated\n      message\n      nodes {\n        task {\n          id\n          name\n        }\n        occurrence {\n          at\n          effectiveAt\n          notes {\n            kind\n            message\n          }\n        }\n      }\n    }\n  }\n": types.UpcomingPageDocument,
    "\n  fragment WebhookRow on Webhook {\n    id\n    name\n    url\n    format\n    filter {\n      runEvents\n      taskEvents\n      taskId\n      search\n    }\n    headers {\n      name\n      value\n    }\n    signed\n    previousSecretUntil\n    state\n    stateReason\n    failingSince\n    deliveredAt\n    eventsLostAt\n    pendingDeliveries\n    version\n    createdAt\n    updatedAt\n  }\n": types.WebhookRowFragmentDoc,
    "\n  fragment DeliveryRow on WebhookDelivery {\n    id\n    messageId\n    type\n    at\n    run {\n      id\n    }\n    task {\n      id\n      name\n    }\n    body\n    state\n    attempts\n    nextAttemptAt\n    attemptedAt\n    status\n    error\n    durationMs\n  }\n": types.DeliveryRowFragmentDoc,
    "\n  query WebhookList {\n    server {\n      secretsEnabled\n    }\n    webhooks {\n      ...WebhookRow\n    }\n  }\n": types.WebhookListDocument,
    "\n  mutation PauseWebhook($input: PauseWebhookInput!) {\n    pauseWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.PauseWebhookDocument,
    "\n  mutation ResumeWebhook($input: ResumeWebhookInput!) {\n    resumeWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.ResumeWebhookDocument,
    "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RotateWebhookSecretDocument,
    "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.TestWebhookDocument,
    "\n  mutation Redeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.RedeliverDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n": types.UpdateWebhookDocument,
    "\n  query WebhookPage(\n    $id: ID!\n    $state: [WebhookDeliveryState!]\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n  ) {\n    server {\n      secretsEnabled\n    }\n    webhook(id: $id) {\n      ...WebhookRow\n      deliveries(state: $state, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...DeliveryRow\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n": types.WebhookPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    viewer {\n      kind\n      name\n      rights\n      user {\n        id\n        role\n        hasPassword\n        sessions {\n          id\n          current\n          createdAt\n          lastSeenAt\n          address\n          userAgent\n        }\n      }\n    }\n    apiTokens {\n      id\n      name\n      hint\n      rights\n      createdAt\n      expiresAt\n      lastUsedAt\n      revokedAt\n      user {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    viewer {\n      kind\n      name\n      rights\n      user {\n        id\n        role\n        hasPassword\n        sessions {\n          id\n          current\n          createdAt\n          lastSeenAt\n          address\n          userAgent\n        }\n      }\n    }\n    apiTokens {\n      id\n      name\n      hint\n      rights\n      createdAt\n      expiresAt\n      lastUsedAt\n      revokedAt\n      user {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserRow on User {\n    id\n    name\n    role\n    disabled\n    issuer\n    hasPassword\n    createdAt\n    lastSeenAt\n    memberships {\n      role\n      namespace {\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment UserRow on User {\n    id\n    name\n    role\n    disabled\n    issuer\n    hasPassword\n    createdAt\n    lastSeenAt\n    memberships {\n      role\n      namespace {\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserList {\n    users {\n      ...UserRow\n    }\n  }\n"): (typeof documents)["\n  query UserList {\n    users {\n      ...UserRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditList($filter: AuditFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AuditList($filter: AuditFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarPage($id: ID!, $first: Int!, $endingAfter: LocalDateTime) {\n    calendar(id: $id) {\n      ...CalendarRow\n      createdAt\n      entries(first: $first, endingAfter: $endingAfter) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query CalendarPage($id: ID!, $first: Int!, $endingAfter: LocalDateTime) {\n    calendar(id: $id) {\n      ...CalendarRow\n      createdAt\n      entries(first: $first, endingAfter: $endingAfter) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCalendar($input: DeleteCalendarInput!) {\n    deleteCalendar(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteCalendar($input: DeleteCalendarInput!) {\n    deleteCalendar(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarToEdit($id: ID!) {\n    calendar(id: $id) {\n      ...CalendarRow\n      entries(first: 1000) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query CalendarToEdit($id: ID!) {\n    calendar(id: $id) {\n      ...CalendarRow\n      entries(first: 1000) {\n        ...CalendarEntryRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) {\n      calendar {\n        ...CalendarRow\n      }\n      skipped\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CalendarRow on Calendar {\n    id\n    name\n    description\n    timezone\n    entryCount\n    version\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment CalendarRow on Calendar {\n    id\n    name\n    description\n    timezone\n    entryCount\n    version\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CalendarEntryRow on CalendarEntry {\n    from\n    until\n    label\n  }\n"): (typeof documents)["\n  fragment CalendarEntryRow on CalendarEntry {\n    from\n    until\n    label\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarList {\n    calendars {\n      ...CalendarRow\n    }\n  }\n"): (typeof documents)["\n  query CalendarList {\n    calendars {\n      ...CalendarRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClusterPage {\n    instances {\n      ...InstanceRow\n    }\n    server {\n      version\n      now\n      database\n      tzdataVersion\n      timezones\n      tzdataChange {\n        ...TzdataNotice\n      }\n    }\n  }\n"): (typeof documents)["\n  query ClusterPage {\n    instances {\n      ...InstanceRow\n    }\n    server {\n      version\n      now\n      database\n      tzdataVersion\n      timezones\n      tzdataChange {\n        ...TzdataNotice\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InstanceRow on Instance {\n    id\n    hostname\n    pid\n    version\n    roles\n    startedAt\n    lastSeenAt\n    stoppedAt\n    running\n    load\n    clockAheadMs\n  }\n"): (typeof documents)["\n  fragment InstanceRow on Instance {\n    id\n    hostname\n    pid\n    version\n    roles\n    startedAt\n    lastSeenAt\n    stoppedAt\n    running\n    load\n    clockAheadMs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TzdataNotice on TzdataChange {\n    from\n    to\n    foundAt\n    timezones\n    moved {\n      task {\n        id\n        name\n      }\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment TzdataNotice on TzdataChange {\n    from\n    to\n    foundAt\n    timezones\n    moved {\n      task {\n        id\n        name\n      }\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskLive on Task {\n    id\n    name\n    description\n    state\n    version\n    nextRunAt\n    pauseReason\n    pausedAt\n    updatedAt\n    deletedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n  }\n"): (typeof documents)["\n  fragment TaskLive on Task {\n    id\n    name\n    description\n    state\n    version\n    nextRunAt\n    pauseReason\n    pausedAt\n    updatedAt\n    deletedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveRuns($after: Cursor, $heartbeats: Boolean! = false) {\n    runEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      run {\n        ...RunRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveRuns($after: Cursor, $heartbeats: Boolean! = false) {\n    runEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      run {\n        ...RunRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTasks($after: Cursor, $heartbeats: Boolean! = false) {\n    taskEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      task {\n        ...TaskLive\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveTasks($after: Cursor, $heartbeats: Boolean! = false) {\n    taskEvents(after: $after, heartbeats: $heartbeats) {\n      cursor\n      type\n      task {\n        ...TaskLive\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NamespaceMembers($name: String!) {\n    namespace(name: $name) {\n      name\n      members {\n        role\n        user {\n          id\n          name\n        }\n      }\n    }\n    users {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query NamespaceMembers($name: String!) {\n    namespace(name: $name) {\n      name\n      members {\n        role\n        user {\n          id\n          name\n        }\n      }\n    }\n    users {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMembership($input: SetMembershipInput!) {\n    setMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetMembership($input: SetMembershipInput!) {\n    setMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMembership($input: RemoveMembershipInput!) {\n    removeMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMembership($input: RemoveMembershipInput!) {\n    removeMembership(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NamespaceRow on Namespace {\n    name\n    description\n    version\n    quotas {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    usage {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    members {\n      role\n      user {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment NamespaceRow on Namespace {\n    name\n    description\n    version\n    quotas {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    usage {\n      tasks\n      runningRuns\n      waitingRuns\n      secrets\n      webhooks\n    }\n    members {\n      role\n      user {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateNamespace($input: CreateNamespaceInput!) {\n    createNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateNamespace($input: CreateNamespaceInput!) {\n    createNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateNamespace($input: UpdateNamespaceInput!) {\n    updateNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateNamespace($input: UpdateNamespaceInput!) {\n    updateNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NamespaceList {\n    namespaces {\n      ...NamespaceRow\n    }\n  }\n"): (typeof documents)["\n  query NamespaceList {\n    namespaces {\n      ...NamespaceRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteNamespace($input: DeleteNamespaceInput!) {\n    deleteNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteNamespace($input: DeleteNamespaceInput!) {\n    deleteNamespace(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClockChangesSoon($year: Int!, $next: Int!, $turns: Boolean!) {\n    clockChangeImpacts(year: $year) {\n      ...ImpactsSoon\n    }\n    next: clockChangeImpacts(year: $next) @include(if: $turns) {\n      ...ImpactsSoon\n    }\n  }\n"): (typeof documents)["\n  query ClockChangesSoon($year: Int!, $next: Int!, $turns: Boolean!) {\n    clockChangeImpacts(year: $year) {\n      ...ImpactsSoon\n    }\n    next: clockChangeImpacts(year: $next) @include(if: $turns) {\n      ...ImpactsSoon\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImpactsSoon on ClockChangeImpacts {\n    nodes {\n      task {\n        id\n      }\n      changeAt\n      timezone\n    }\n  }\n"): (typeof documents)["\n  fragment ImpactsSoon on ClockChangeImpacts {\n    nodes {\n      task {\n        id\n      }\n      changeAt\n      timezone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Lateness on LatenessSummary {\n    p50Ms\n    p95Ms\n    p99Ms\n    maxMs\n  }\n"): (typeof documents)["\n  fragment Lateness on LatenessSummary {\n    p50Ms\n    p95Ms\n    p99Ms\n    maxMs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewPage {\n    overview {\n      cursor\n      activeTasks\n      pausedTasks\n      runningRuns\n      waitingRuns\n      deadLetters\n      last24Hours {\n        ...Past24Hours\n      }\n      lateness {\n        ...Lateness\n      }\n      next(first: 10) {\n        ...RunRow\n      }\n    }\n    tasks(first: 1) {\n      totalCount\n    }\n    going: runs(filter: { state: [RUNNING] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n    ended: runs(filter: { state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query OverviewPage {\n    overview {\n      cursor\n      activeTasks\n      pausedTasks\n      runningRuns\n      waitingRuns\n      deadLetters\n      last24Hours {\n        ...Past24Hours\n      }\n      lateness {\n        ...Lateness\n      }\n      next(first: 10) {\n        ...RunRow\n      }\n    }\n    tasks(first: 1) {\n      totalCount\n    }\n    going: runs(filter: { state: [RUNNING] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n    ended: runs(filter: { state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }, first: 8) {\n      nodes {\n        ...RunRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Past24Hours on RunCounts {\n    succeeded\n    failed\n    cancelled\n    skipped\n    missed\n  }\n"): (typeof documents)["\n  fragment Past24Hours on RunCounts {\n    succeeded\n    failed\n    cancelled\n    skipped\n    missed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueueRow on Queue {\n    name\n    description\n    concurrency\n    concurrencyPerKey\n    rate {\n      limit\n      period\n      burst\n    }\n    paused\n    pausedAt\n    pauseReason\n    runningRuns\n    waitingRuns\n    oldestDueAt\n    version\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment QueueRow on Queue {\n    name\n    description\n    concurrency\n    concurrencyPerKey\n    rate {\n      limit\n      period\n      burst\n    }\n    paused\n    pausedAt\n    pauseReason\n    runningRuns\n    waitingRuns\n    oldestDueAt\n    version\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueueList {\n    queues {\n      ...QueueRow\n    }\n  }\n"): (typeof documents)["\n  query QueueList {\n    queues {\n      ...QueueRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueuePage($name: String!, $first: Int!) {\n    queue(name: $name) {\n      ...QueueRow\n      tasks {\n        id\n        name\n        queueKey\n        priority\n      }\n    }\n    waiting: runs(\n      filter: { queue: [$name], state: [QUEUED, RETRYING] }\n      orderBy: { field: SCHEDULED_FOR, direction: ASC }\n      first: $first\n    ) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n    going: runs(filter: { queue: [$name], state: [RUNNING] }, first: $first) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query QueuePage($name: String!, $first: Int!) {\n    queue(name: $name) {\n      ...QueueRow\n      tasks {\n        id\n        name\n        queueKey\n        priority\n      }\n    }\n    waiting: runs(\n      filter: { queue: [$name], state: [QUEUED, RETRYING] }\n      orderBy: { field: SCHEDULED_FOR, direction: ASC }\n      first: $first\n    ) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n    going: runs(filter: { queue: [$name], state: [RUNNING] }, first: $first) {\n      nodes {\n        ...QueueRun\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueueRun on Run {\n    ...RunRow\n    queueKey\n    priority\n  }\n"): (typeof documents)["\n  fragment QueueRun on Run {\n    ...RunRow\n    queueKey\n    priority\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseQueue($input: PauseQueueInput!) {\n    pauseQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseQueue($input: PauseQueueInput!) {\n    pauseQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeQueue($input: ResumeQueueInput!) {\n    resumeQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeQueue($input: ResumeQueueInput!) {\n    resumeQueue(input: $input) {\n      queue {\n        ...QueueRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteQueue($input: DeleteQueueInput!) {\n    deleteQueue(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteQueue($input: DeleteQueueInput!) {\n    deleteQueue(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunAttempts on AttemptConnection {\n    nodes {\n      number\n      startedAt\n      finishedAt\n      durationMs\n      outcome\n      fallback\n      outputTail\n      error {\n        code\n        message\n      }\n      instance {\n        id\n        hostname\n        pid\n      }\n      worker\n    }\n    totalCount\n  }\n"): (typeof documents)["\n  fragment RunAttempts on AttemptConnection {\n    nodes {\n      number\n      startedAt\n      finishedAt\n      durationMs\n      outcome\n      fallback\n      outputTail\n      error {\n        code\n        message\n      }\n      instance {\n        id\n        hostname\n        pid\n      }\n      worker\n    }\n    totalCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedriveRuns($input: RedriveRunsInput!) {\n    redriveRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RedriveRuns($input: RedriveRunsInput!) {\n    redriveRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissRuns($input: DismissRunsInput!) {\n    dismissRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DismissRuns($input: DismissRunsInput!) {\n    dismissRuns(input: $input) {\n      count\n      remaining\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunList($filter: RunFilter, $orderBy: RunOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query RunList($filter: RunFilter, $orderBy: RunOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RelatedRuns on Run {\n    deadLetter\n    dismissedAt\n    dismissReason\n    parent {\n      ...RelatedRun\n    }\n    children {\n      ...RelatedRun\n    }\n    redriveOf {\n      ...RelatedRun\n    }\n    redrivenBy {\n      ...RelatedRun\n    }\n  }\n"): (typeof documents)["\n  fragment RelatedRuns on Run {\n    deadLetter\n    dismissedAt\n    dismissReason\n    parent {\n      ...RelatedRun\n    }\n    children {\n      ...RelatedRun\n    }\n    redriveOf {\n      ...RelatedRun\n    }\n    redrivenBy {\n      ...RelatedRun\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RelatedRun on Run {\n    id\n    state\n    task {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment RelatedRun on Run {\n    id\n    state\n    task {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryRun($input: RetryRunInput!) {\n    retryRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryRun($input: RetryRunInput!) {\n    retryRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunFacts on Run {\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    backfill {\n      id\n    }\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    durationMs\n    attempt\n    maxAttempts\n    fallback\n    instance {\n      id\n      hostname\n      pid\n    }\n    worker\n    queue\n    queueKey\n    priority\n  }\n"): (typeof documents)["\n  fragment RunFacts on Run {\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    backfill {\n      id\n    }\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    durationMs\n    attempt\n    maxAttempts\n    fallback\n    instance {\n      id\n      hostname\n      pid\n    }\n    worker\n    queue\n    queueKey\n    priority\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunPage($id: ID!) {\n    run(id: $id) {\n      ...RunDetail\n    }\n  }\n"): (typeof documents)["\n  query RunPage($id: ID!) {\n    run(id: $id) {\n      ...RunDetail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunDetail on Run {\n    ...RunRow\n    ...RunFacts\n    ...RunTimeline\n    ...RelatedRuns\n    result\n    resultTruncated\n    payload\n    task {\n      id\n      name\n      payload\n      deletedAt\n    }\n    blockedBy {\n      id\n      scheduledFor\n      task {\n        id\n        name\n      }\n    }\n    attempts(last: 25) {\n      ...RunAttempts\n    }\n  }\n"): (typeof documents)["\n  fragment RunDetail on Run {\n    ...RunRow\n    ...RunFacts\n    ...RunTimeline\n    ...RelatedRuns\n    result\n    resultTruncated\n    payload\n    task {\n      id\n      name\n      payload\n      deletedAt\n    }\n    blockedBy {\n      id\n      scheduledFor\n      task {\n        id\n        name\n      }\n    }\n    attempts(last: 25) {\n      ...RunAttempts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunTimeline on Run {\n    state\n    trigger\n    createdAt\n    scheduledFor\n    effectiveAt\n    startedAt\n    finishedAt\n    attempt\n  }\n"): (typeof documents)["\n  fragment RunTimeline on Run {\n    state\n    trigger\n    createdAt\n    scheduledFor\n    effectiveAt\n    startedAt\n    finishedAt\n    attempt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LogLine on LogLine {\n    number\n    at\n    level\n    text\n    attempt\n    cursor\n  }\n"): (typeof documents)["\n  fragment LogLine on LogLine {\n    number\n    at\n    level\n    text\n    attempt\n    cursor\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunLog($runId: ID!, $after: Cursor) {\n    runLog(runId: $runId, after: $after) {\n      ...LogLine\n    }\n  }\n"): (typeof documents)["\n  subscription RunLog($runId: ID!, $after: Cursor) {\n    runLog(runId: $runId, after: $after) {\n      ...LogLine\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SecretList {\n    server {\n      secretsEnabled\n    }\n    secrets {\n      ...SecretRow\n    }\n  }\n"): (typeof documents)["\n  query SecretList {\n    server {\n      secretsEnabled\n    }\n    secrets {\n      ...SecretRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSecret($input: DeleteSecretInput!) {\n    deleteSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteSecret($input: DeleteSecretInput!) {\n    deleteSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SecretRow on Secret {\n    id\n    name\n    description\n    usable\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment SecretRow on Secret {\n    id\n    name\n    description\n    usable\n    updatedAt\n    tasks {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSecret($input: CreateSecretInput!) {\n    createSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSecret($input: CreateSecretInput!) {\n    createSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSecret($input: UpdateSecretInput!) {\n    updateSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSecret($input: UpdateSecretInput!) {\n    updateSecret(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServerLine {\n    server {\n      version\n      now\n      database\n    }\n  }\n"): (typeof documents)["\n  query ServerLine {\n    server {\n      version\n      now\n      database\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServerTrouble {\n    server {\n      trouble {\n        code\n        message\n        lasting\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServerTrouble {\n    server {\n      trouble {\n        code\n        message\n        lasting\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BackfillTask($input: BackfillTaskInput!) {\n    backfillTask(input: $input) {\n      count\n      sample {\n        ...UpcomingRow\n      }\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BackfillTask($input: BackfillTaskInput!) {\n    backfillTask(input: $input) {\n      count\n      sample {\n        ...UpcomingRow\n      }\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BackfillRow on Backfill {\n    id\n    from\n    until\n    scope\n    rate\n    state\n    total\n    created\n    finished\n    succeeded\n    createdAt\n    finishedAt\n  }\n"): (typeof documents)["\n  fragment BackfillRow on Backfill {\n    id\n    from\n    until\n    scope\n    rate\n    state\n    total\n    created\n    finished\n    succeeded\n    createdAt\n    finishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBackfill($input: CancelBackfillInput!) {\n    cancelBackfill(input: $input) {\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelBackfill($input: CancelBackfillInput!) {\n    cancelBackfill(input: $input) {\n      backfill {\n        ...BackfillRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BackfillProgress($id: ID!) {\n    backfill(id: $id) {\n      ...BackfillRow\n    }\n  }\n"): (typeof documents)["\n  query BackfillProgress($id: ID!) {\n    backfill(id: $id) {\n      ...BackfillRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseTasks($input: PauseTasksInput!) {\n    pauseTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseTasks($input: PauseTasksInput!) {\n    pauseTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeTasks($input: ResumeTasksInput!) {\n    resumeTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeTasks($input: ResumeTasksInput!) {\n    resumeTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      changeId\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskToCopy($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n"): (typeof documents)["\n  query TaskToCopy($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskToEdit($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n"): (typeof documents)["\n  query TaskToEdit($id: ID!) {\n    task(id: $id) {\n      ...TaskForForm\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainOccurrence($taskId: ID!, $at: DateTime!) {\n    explainOccurrence(taskId: $taskId, at: $at) {\n      at\n      local\n      verdict\n      summary\n      checks {\n        ...OccurrenceChecks\n      }\n      run {\n        id\n        state\n      }\n      previous {\n        at\n      }\n      next {\n        at\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExplainOccurrence($taskId: ID!, $at: DateTime!) {\n    explainOccurrence(taskId: $taskId, at: $at) {\n      at\n      local\n      verdict\n      summary\n      checks {\n        ...OccurrenceChecks\n      }\n      run {\n        id\n        state\n      }\n      previous {\n        at\n      }\n      next {\n        at\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChangePreview($input: PreviewTaskChangeInput!) {\n    previewTaskChange(input: $input) {\n      from\n      until\n      truncated\n      unchanged\n      added {\n        at\n      }\n      removed {\n        at\n      }\n      moved {\n        from {\n          at\n        }\n        to {\n          at\n        }\n      }\n      overlaps {\n        sampleSize\n        p50Ms\n        p95Ms\n        before\n        after\n        peakBefore\n        peakAfter\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChangePreview($input: PreviewTaskChangeInput!) {\n    previewTaskChange(input: $input) {\n      from\n      until\n      truncated\n      unchanged\n      added {\n        at\n      }\n      removed {\n        at\n      }\n      moved {\n        from {\n          at\n        }\n        to {\n          at\n        }\n      }\n      overlaps {\n        sampleSize\n        p50Ms\n        p95Ms\n        before\n        after\n        peakBefore\n        peakAfter\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarChoices {\n    calendars {\n      id\n      name\n      entryCount\n    }\n  }\n"): (typeof documents)["\n  query CalendarChoices {\n    calendars {\n      id\n      name\n      entryCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScheduleForForm on Schedule {\n    __typename\n    ... on CronSchedule {\n      expression\n      timezone\n      gap\n      repeat\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n      grace\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n      gap\n      repeat\n    }\n    ... on StartupSchedule {\n      delay\n    }\n  }\n"): (typeof documents)["\n  fragment ScheduleForForm on Schedule {\n    __typename\n    ... on CronSchedule {\n      expression\n      timezone\n      gap\n      repeat\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n      grace\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n      gap\n      repeat\n    }\n    ... on StartupSchedule {\n      delay\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetForForm on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      url\n      method\n      headers {\n        name\n        value\n      }\n      body\n      expectedStatus\n      signingSecret\n    }\n    ... on WorkerTarget {\n      queue\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      command\n      script\n      cwd\n      env {\n        name\n        value\n      }\n      successExitCodes\n      stopGrace\n    }\n  }\n"): (typeof documents)["\n  fragment TargetForForm on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      url\n      method\n      headers {\n        name\n        value\n      }\n      body\n      expectedStatus\n      signingSecret\n    }\n    ... on WorkerTarget {\n      queue\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      command\n      script\n      cwd\n      env {\n        name\n        value\n      }\n      successExitCodes\n      stopGrace\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskForForm on Task {\n    id\n    name\n    description\n    version\n    deletedAt\n    payload\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    hashSeed\n    timeout\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    queue\n    queueKey\n    priority\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    onCrash\n    pauseAfterFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      payload\n      task {\n        id\n      }\n    }\n    exclusions {\n      __typename\n      ... on CronExclusion {\n        expression\n        timezone\n      }\n      ... on DateExclusion {\n        from\n        until\n        timezone\n      }\n      ... on CalendarExclusion {\n        calendar {\n          id\n        }\n      }\n    }\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    schedule {\n      ...ScheduleForForm\n      ... on UnionSchedule {\n        of {\n          ...ScheduleForForm\n        }\n      }\n    }\n    target {\n      ...TargetForForm\n    }\n    fallbackTarget {\n      ...TargetForForm\n    }\n  }\n"): (typeof documents)["\n  fragment TaskForForm on Task {\n    id\n    name\n    description\n    version\n    deletedAt\n    payload\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    hashSeed\n    timeout\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    queue\n    queueKey\n    priority\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    onCrash\n    pauseAfterFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      payload\n      task {\n        id\n      }\n    }\n    exclusions {\n      __typename\n      ... on CronExclusion {\n        expression\n        timezone\n      }\n      ... on DateExclusion {\n        from\n        until\n        timezone\n      }\n      ... on CalendarExclusion {\n        calendar {\n          id\n        }\n      }\n    }\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    schedule {\n      ...ScheduleForForm\n      ... on UnionSchedule {\n        of {\n          ...ScheduleForForm\n        }\n      }\n    }\n    target {\n      ...TargetForForm\n    }\n    fallbackTarget {\n      ...TargetForForm\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Modules {\n    modules {\n      name\n      description\n      payloadSchema\n      problem\n    }\n  }\n"): (typeof documents)["\n  query Modules {\n    modules {\n      name\n      description\n      payloadSchema\n      problem\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SchedulePreview($input: PreviewScheduleInput!) {\n    previewSchedule(input: $input) {\n      description\n      timezone\n      occurrences {\n        ...UpcomingRow\n      }\n      omitted {\n        ...OmittedRow\n      }\n      remarks\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  query SchedulePreview($input: PreviewScheduleInput!) {\n    previewSchedule(input: $input) {\n      description\n      timezone\n      occurrences {\n        ...UpcomingRow\n      }\n      omitted {\n        ...OmittedRow\n      }\n      remarks\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellAllowed {\n    server {\n      shellAllowed\n    }\n  }\n"): (typeof documents)["\n  query ShellAllowed {\n    server {\n      shellAllowed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HeldRuns on Task {\n    id\n    heldRuns {\n      id\n      state\n      scheduledFor\n      heldUntil\n      why\n    }\n  }\n"): (typeof documents)["\n  fragment HeldRuns on Task {\n    id\n    heldRuns {\n      id\n      state\n      scheduledFor\n      heldUntil\n      why\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveHeldRuns($input: ResolveHeldRunsInput!) {\n    resolveHeldRuns(input: $input) {\n      runs {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveHeldRuns($input: ResolveHeldRunsInput!) {\n    resolveHeldRuns(input: $input) {\n      runs {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          ...AuditRow\n        }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          ...AuditRow\n        }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevertTask($input: RevertTaskInput!) {\n    revertTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevertTask($input: RevertTaskInput!) {\n    revertTask(input: $input) {\n      task {\n        ...TaskDetail\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskList($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query TaskList($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OccurrenceChecks on OccurrenceCheck {\n    __typename\n    passed\n    message\n    ... on ExclusionCheck {\n      calendar {\n        id\n      }\n    }\n    ... on RunCheck {\n      blockedBy {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OccurrenceChecks on OccurrenceCheck {\n    __typename\n    passed\n    message\n    ... on ExclusionCheck {\n      calendar {\n        id\n      }\n    }\n    ... on RunCheck {\n      blockedBy {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskPolicies on Task {\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    timeout\n    queue\n    queueKey\n    priority\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    fallbackTarget {\n      summary\n    }\n    onCrash\n    pauseAfterFailures\n    consecutiveFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      task {\n        id\n        name\n        deletedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TaskPolicies on Task {\n    retry {\n      maxAttempts\n      initialDelay\n      maxDelay\n      factor\n      jitter\n      backoff\n      delays\n      maxAge\n      honorRetryAfter\n      rules {\n        httpStatus\n        errorCode\n        exitCode\n        action\n      }\n    }\n    timeout\n    queue\n    queueKey\n    priority\n    queueTimeout\n    startTimeout\n    silenceTimeout\n    overlapPolicy\n    overlapBuffer\n    missedRunPolicy\n    catchUpWindow\n    catchUpLimit\n    catchUpOrder\n    catchUpRate\n    startDeadline\n    hold {\n      whenMoreThan\n      for\n    }\n    fallbackTarget {\n      summary\n    }\n    onCrash\n    pauseAfterFailures\n    consecutiveFailures\n    retention {\n      succeeded {\n        maxAge\n        maxCount\n      }\n      failed {\n        maxAge\n        maxCount\n      }\n      other {\n        maxAge\n        maxCount\n      }\n    }\n    followUps {\n      on\n      task {\n        id\n        name\n        deletedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunBar on Run {\n    id\n    state\n    scheduledFor\n    durationMs\n  }\n"): (typeof documents)["\n  fragment RunBar on Run {\n    id\n    state\n    scheduledFor\n    durationMs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScheduleFacts on Task {\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    exclusions {\n      __typename\n      description\n      ... on CalendarExclusion {\n        calendar {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ScheduleFacts on Task {\n    startAt\n    endAt\n    maxRuns\n    runCount\n    jitter\n    exclusions {\n      __typename\n      description\n      ... on CalendarExclusion {\n        calendar {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetSummary on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      headers {\n        name\n      }\n      expectedStatus\n      signingSecret\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      cwd\n      env {\n        name\n      }\n      successExitCodes\n    }\n    ... on WorkerTarget {\n      queue\n    }\n  }\n"): (typeof documents)["\n  fragment TargetSummary on Target {\n    __typename\n    summary\n    ... on HttpTarget {\n      headers {\n        name\n      }\n      expectedStatus\n      signingSecret\n    }\n    ... on ModuleTarget {\n      name\n    }\n    ... on ShellTarget {\n      cwd\n      env {\n        name\n      }\n      successExitCodes\n    }\n    ... on WorkerTarget {\n      queue\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskPage($id: ID!) {\n    task(id: $id) {\n      ...TaskDetail\n    }\n  }\n"): (typeof documents)["\n  query TaskPage($id: ID!) {\n    task(id: $id) {\n      ...TaskDetail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskDetail on Task {\n    ...TaskActions\n    ...TaskPolicies\n    ...ScheduleFacts\n    ...HeldRuns\n    description\n    payload\n    pauseReason\n    pausedAt\n    nextRunAt\n    createdAt\n    updatedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      ...TargetSummary\n    }\n    upcoming(first: 5) {\n      ...UpcomingRow\n    }\n    backfills {\n      ...BackfillRow\n    }\n    strip: runs(\n      first: 30\n      filter: { state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n    ) {\n      nodes {\n        ...RunBar\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TaskDetail on Task {\n    ...TaskActions\n    ...TaskPolicies\n    ...ScheduleFacts\n    ...HeldRuns\n    description\n    payload\n    pauseReason\n    pausedAt\n    nextRunAt\n    createdAt\n    updatedAt\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      ...TargetSummary\n    }\n    upcoming(first: 5) {\n      ...UpcomingRow\n    }\n    backfills {\n      ...BackfillRow\n    }\n    strip: runs(\n      first: 30\n      filter: { state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n    ) {\n      nodes {\n        ...RunBar\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskRuns($taskId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(\n      filter: { taskId: [$taskId], state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query TaskRuns($taskId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {\n    runs(\n      filter: { taskId: [$taskId], state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...RunRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    ...TaskActions\n    description\n    nextRunAt\n    pauseReason\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n    lastRun {\n      id\n      state\n      scheduledFor\n      finishedAt\n    }\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    ...TaskActions\n    description\n    nextRunAt\n    pauseReason\n    schedule {\n      ...ScheduleWords\n    }\n    target {\n      summary\n    }\n    lastRun {\n      id\n      state\n      scheduledFor\n      finishedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UpcomingRow on Occurrence {\n    at\n    effectiveAt\n    local\n    offset\n    notes {\n      kind\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment UpcomingRow on Occurrence {\n    at\n    effectiveAt\n    local\n    offset\n    notes {\n      kind\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OmittedRow on OmittedOccurrence {\n    at\n    local\n    timezone\n    note {\n      kind\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment OmittedRow on OmittedOccurrence {\n    at\n    local\n    timezone\n    note {\n      kind\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskActions on Task {\n    id\n    name\n    state\n    version\n    deletedAt\n  }\n"): (typeof documents)["\n  fragment TaskActions on Task {\n    id\n    name\n    state\n    version\n    deletedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseTask($input: PauseTaskInput!) {\n    pauseTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseTask($input: PauseTaskInput!) {\n    pauseTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskLive\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OccurrencesSincePause($id: ID!) {\n    task(id: $id) {\n      id\n      occurrencesSincePause\n    }\n  }\n"): (typeof documents)["\n  query OccurrencesSincePause($id: ID!) {\n    task(id: $id) {\n      id\n      occurrencesSincePause\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScheduleOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      schedule {\n        ...ScheduleWords\n      }\n    }\n  }\n"): (typeof documents)["\n  query ScheduleOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      schedule {\n        ...ScheduleWords\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PayloadOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      payload\n    }\n  }\n"): (typeof documents)["\n  query PayloadOfTask($id: ID!) {\n    task(id: $id) {\n      id\n      payload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    action\n    outcome\n    errorCode\n    address\n    userAgent\n    transport\n    version\n    changeId\n    undoes\n    omitted\n    actor {\n      kind\n      id\n      name\n    }\n    subject {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n"): (typeof documents)["\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    action\n    outcome\n    errorCode\n    address\n    userAgent\n    transport\n    version\n    changeId\n    undoes\n    omitted\n    actor {\n      kind\n      id\n      name\n    }\n    subject {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Complaint on UserError {\n    code\n    field\n    message\n  }\n"): (typeof documents)["\n  fragment Complaint on UserError {\n    code\n    field\n    message\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PayloadSchema($id: ID!) {\n    task(id: $id) {\n      id\n      target {\n        ... on ModuleTarget {\n          module {\n            payloadSchema\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PayloadSchema($id: ID!) {\n    task(id: $id) {\n      id\n      target {\n        ... on ModuleTarget {\n          module {\n            payloadSchema\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueueChoices {\n    queues {\n      name\n      paused\n    }\n  }\n"): (typeof documents)["\n  query QueueChoices {\n    queues {\n      name\n      paused\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunRow on Run {\n    id\n    state\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    late\n    durationMs\n    attempt\n    maxAttempts\n    why\n    error {\n      code\n      message\n    }\n    progress\n    progressMessage\n    blockedBy {\n      id\n    }\n    task {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment RunRow on Run {\n    id\n    state\n    trigger\n    scheduledFor\n    effectiveAt\n    heldUntil\n    dueAt\n    startedAt\n    finishedAt\n    latenessMs\n    late\n    durationMs\n    attempt\n    maxAttempts\n    why\n    error {\n      code\n      message\n    }\n    progress\n    progressMessage\n    blockedBy {\n      id\n    }\n    task {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScheduleWords on Schedule {\n    __typename\n    description\n    ... on CronSchedule {\n      expression\n      timezone\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n    }\n    ... on StartupSchedule {\n      delay\n    }\n    ... on UnionSchedule {\n      of {\n        __typename\n        description\n        ... on CronSchedule {\n          expression\n          timezone\n        }\n        ... on OnceSchedule {\n          at\n          shownIn: timezone\n        }\n        ... on EverySchedule {\n          interval\n          anchor\n        }\n        ... on RruleSchedule {\n          rule\n          timezone\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ScheduleWords on Schedule {\n    __typename\n    description\n    ... on CronSchedule {\n      expression\n      timezone\n    }\n    ... on OnceSchedule {\n      at\n      shownIn: timezone\n    }\n    ... on EverySchedule {\n      interval\n      anchor\n      from\n    }\n    ... on RruleSchedule {\n      rule\n      start\n      timezone\n    }\n    ... on StartupSchedule {\n      delay\n    }\n    ... on UnionSchedule {\n      of {\n        __typename\n        description\n        ... on CronSchedule {\n          expression\n          timezone\n        }\n        ... on OnceSchedule {\n          at\n          shownIn: timezone\n        }\n        ... on EverySchedule {\n          interval\n          anchor\n        }\n        ... on RruleSchedule {\n          rule\n          timezone\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskChoices($search: String) {\n    tasks(filter: { search: $search }, first: 20) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskChoices($search: String) {\n    tasks(filter: { search: $search }, first: 20) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenTask($id: ID!) {\n    task(id: $id) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query ChosenTask($id: ID!) {\n    task(id: $id) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TriggerTask($input: TriggerTaskInput!) {\n    triggerTask(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TriggerTask($input: TriggerTaskInput!) {\n    triggerTask(input: $input) {\n      run {\n        ...RunRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskChange on TaskChangeResult {\n    taskId\n    outcome\n    error {\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment TaskChange on TaskChangeResult {\n    taskId\n    outcome\n    error {\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      count\n      results {\n        ...TaskChange\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimeZones {\n    server {\n      timezones\n    }\n  }\n"): (typeof documents)["\n  query TimeZones {\n    server {\n      timezones\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClockChangesPage($year: Int!) {\n    clockChangeImpacts(year: $year) {\n      year\n      truncated\n      nodes {\n        task {\n          id\n          name\n        }\n        timezone\n        changeAt\n        offsetBefore\n        offsetAfter\n        kind\n        at\n        local\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  query ClockChangesPage($year: Int!) {\n    clockChangeImpacts(year: $year) {\n      year\n      truncated\n      nodes {\n        task {\n          id\n          name\n        }\n        timezone\n        changeAt\n        offsetBefore\n        offsetAfter\n        kind\n        at\n        local\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UpcomingPage($from: DateTime, $until: DateTime) {\n    upcoming(from: $from, until: $until, first: 500) {\n      from\n      until\n      truncated\n      message\n      nodes {\n        task {\n          id\n          name\n        }\n        occurrence {\n          at\n          effectiveAt\n          notes {\n            kind\n            message\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query UpcomingPage($from: DateTime, $until: DateTime) {\n    upcoming(from: $from, until: $until, first: 500) {\n      from\n      until\n      truncated\n      message\n      nodes {\n        task {\n          id\n          name\n        }\n        occurrence {\n          at\n          effectiveAt\n          notes {\n            kind\n            message\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookRow on Webhook {\n    id\n    name\n    url\n    format\n    filter {\n      runEvents\n      taskEvents\n      taskId\n      search\n    }\n    headers {\n      name\n      value\n    }\n    signed\n    previousSecretUntil\n    state\n    stateReason\n    failingSince\n    deliveredAt\n    eventsLostAt\n    pendingDeliveries\n    version\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment WebhookRow on Webhook {\n    id\n    name\n    url\n    format\n    filter {\n      runEvents\n      taskEvents\n      taskId\n      search\n    }\n    headers {\n      name\n      value\n    }\n    signed\n    previousSecretUntil\n    state\n    stateReason\n    failingSince\n    deliveredAt\n    eventsLostAt\n    pendingDeliveries\n    version\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryRow on WebhookDelivery {\n    id\n    messageId\n    type\n    at\n    run {\n      id\n    }\n    task {\n      id\n      name\n    }\n    body\n    state\n    attempts\n    nextAttemptAt\n    attemptedAt\n    status\n    error\n    durationMs\n  }\n"): (typeof documents)["\n  fragment DeliveryRow on WebhookDelivery {\n    id\n    messageId\n    type\n    at\n    run {\n      id\n    }\n    task {\n      id\n      name\n    }\n    body\n    state\n    attempts\n    nextAttemptAt\n    attemptedAt\n    status\n    error\n    durationMs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookList {\n    server {\n      secretsEnabled\n    }\n    webhooks {\n      ...WebhookRow\n    }\n  }\n"): (typeof documents)["\n  query WebhookList {\n    server {\n      secretsEnabled\n    }\n    webhooks {\n      ...WebhookRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseWebhook($input: PauseWebhookInput!) {\n    pauseWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseWebhook($input: PauseWebhookInput!) {\n    pauseWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeWebhook($input: ResumeWebhookInput!) {\n    resumeWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeWebhook($input: ResumeWebhookInput!) {\n    resumeWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Redeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      delivery {\n        ...DeliveryRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      secret\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        ...WebhookRow\n      }\n      userErrors {\n        ...Complaint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookPage(\n    $id: ID!\n    $state: [WebhookDeliveryState!]\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n  ) {\n    server {\n      secretsEnabled\n    }\n    webhook(id: $id) {\n      ...WebhookRow\n      deliveries(state: $state, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...DeliveryRow\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookPage(\n    $id: ID!\n    $state: [WebhookDeliveryState!]\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n  ) {\n    server {\n      secretsEnabled\n    }\n    webhook(id: $id) {\n      ...WebhookRow\n      deliveries(state: $state, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...DeliveryRow\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;