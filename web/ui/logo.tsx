// The mark of Cronograph: a C that is a clock face. Same drawing as favicon.svg.
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#3b3fc4" />
      <path d="M22.6 11.2a8 8 0 1 0 0 9.6" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M16 11.5V16l3.4 2.2"
        fill="none"
        stroke="#a5f3e4"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
