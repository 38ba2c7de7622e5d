// A link inside a menu, typed by the routes. A file of its own: the menu would come with the first load otherwise.
import { Menu, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Props = MenuItemProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof MenuItemProps> & { ref?: Ref<HTMLAnchorElement> };

export const LinkItem = createLink((props: Props) => <Menu.Item component="a" {...props} />);
