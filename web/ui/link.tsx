// Mantine's links and buttons that go somewhere inside the dashboard, typed by the routes.
/* oxlint-disable jsx-a11y/anchor-has-content -- the content comes with the properties */
import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Html<P> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { ref?: Ref<HTMLAnchorElement> };

/** A text link, as large as the text around it. */
export const Link = createLink((props: AnchorProps & Html<AnchorProps>) => <Anchor inherit {...props} />);

/** A link that looks like a button. */
export const LinkButton = createLink((props: ButtonProps & Html<ButtonProps>) => <Button component="a" {...props} />);

/** A link without any look of its own. */
export const PlainLink = createLink(
  (props: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) => <a {...props} />,
);
