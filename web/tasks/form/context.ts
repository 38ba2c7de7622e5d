// The form's state for all its parts, and what the preview found wrong with it.
import { createFormContext } from "@mantine/form";
import { createContext, type ReactNode, use } from "react";
import type { FormValues, PartKind, PartValues, TargetValues } from "./values";

export const [TaskFormProvider, useTaskFormContext, useTaskForm] = createFormContext<FormValues>();

/** What the server found wrong while the schedule was written, by field. */
export const Found = createContext<Record<string, string>>({});

/** Where a schedule stands in the form: the whole one, or one of those that are united. */
export type PartPath = "schedule" | `parts.${number}`;

/** What a field shows as wrong: what saving found, else what the preview did. */
export function useComplaint(): (field: string) => ReactNode {
  const { errors } = useTaskFormContext();
  const found = use(Found);
  return (field) => errors[field] ?? found[field];
}

/** The schedule at a place of the form and its fields. */
export function usePart<K extends PartKind | "startup">(at: PartPath, kind: K) {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const part = (at === "schedule" ? form.values.schedule : form.values.parts[Number(at.slice(6))]) as PartValues;
  const path = (field: string) => `${at}.${kind}.${field}`;
  return {
    values: part[kind],
    path,
    error: (field: keyof PartValues[K] & string) => complaint(path(field)),
    input: (field: keyof PartValues[K] & string) => ({
      ...form.getInputProps(path(field)),
      error: complaint(path(field)),
    }),
    /** Takes several fields at once and forgets what was wrong with them. */
    change: (next: Partial<PartValues[K]>) => {
      form.setFieldValue(`${at}.${kind}`, { ...part[kind], ...next } as never);
      for (const field of Object.keys(next)) form.clearFieldError(path(field));
    },
  };
}

/** Where the target stands that the fields are of: the task's own, or its fallback target. */
export const TargetAt = createContext<"" | "fallback.">("");

/** The target's values and fields; a field is named as in the values. */
export function useTarget() {
  const form = useTaskFormContext();
  const at = use(TargetAt);
  const path = (field: string) => `${at}${field}`;
  const values: TargetValues = at === "" ? form.values : form.values.fallback;
  return {
    values,
    error: (field: string) => form.errors[path(field)],
    input: (field: string) => form.getInputProps(path(field)),
    set: (field: string, value: unknown) => form.setFieldValue(path(field), value as never),
    add: (field: string, value: unknown) => form.insertListItem(path(field), value),
    remove: (field: string, index: number) => form.removeListItem(path(field), index),
  };
}
