// Waits for what holds before long: a membership and its end are noticed within a second.

export async function eventually(check: () => unknown, mostMs = 8_000): Promise<void> {
  const end = performance.now() + mostMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
