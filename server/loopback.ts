/** Whether a name or an address is this machine's alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/** The same of a URL's `hostname`, which has IPv6 in brackets. */
export const isLoopbackUrl = ({ hostname }: URL): boolean => isLoopback(hostname.replace(/^\[(.*)\]$/, "$1"));
