/** Return the token that goes with a request: whoever signed in again in another tab has a new one. */
export const tokenOf = (form) => document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || form.elements.csrfmiddlewaretoken.value;
