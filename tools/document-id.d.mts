export function documentId(text: string): string;
