// Entry of the playground: GraphiQL with everything it needs bundled; nothing is loaded from elsewhere.
import "./playground/workers";
import "graphiql/style.css";
import "./playground/playground.css";
import { createRoot } from "react-dom/client";
import { Playground } from "./playground/playground";

const place = document.getElementById("root");
if (!place) throw new Error("playground.html has no element with the id root");

createRoot(place).render(<Playground />);
