import type { Endpoint } from "./exchange.js";
import { readRequestText } from "./request-text.js";
import { phoneOf } from "./third-parties/push/phone.js";
import { answerMessage, phonePage } from "./third-parties/push/phone-page.js";
import { providerPage } from "./third-parties/social/provider-page.js";

/** The page of the local identity provider. */
export const identityProviderPage: Endpoint = {
  GET: ({ url, tenant }) => providerPage(url, tenant.world.identities.all()),
};

/** The page of the phones that push messages go to. */
export const phonesPage: Endpoint = {
  GET: ({ tenant: { world } }) => phonePage(phoneOf(world), world.clock.now),
  async POST({ request, tenant: { world }, url }) {
    const form = new URLSearchParams(await readRequestText(request));
    return answerMessage(phoneOf(world), form, world.clock.now, url.pathname);
  },
};
