// A promise that nobody waits for fails, while the module itself goes on.
export default async () => {
  void Promise.reject(new Error("nobody caught this"));
  await new Promise((resolve) => setTimeout(resolve, 5_000));
};
