// Where Monaco finds its workers. Own ones by `?worker`, which Vite turns into files of ours: the set-up that comes
// with GraphiQL breaks the development server. Must be imported before GraphiQL.
/* oxlint-disable import/default -- Vite makes the default export of a ?worker */
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphQLWorker from "monaco-graphql/esm/graphql.worker.js?worker";

(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker(_id: string, label: string) {
    if (label === "json") return new JsonWorker();
    if (label === "graphql") return new GraphQLWorker();
    return new EditorWorker();
  },
};
