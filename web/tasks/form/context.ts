// The form's state for all its parts.
import { createFormContext } from "@mantine/form";
import type { FormValues } from "./values";

export const [TaskFormProvider, useTaskFormContext, useTaskForm] = createFormContext<FormValues>();
