// Generated from netsapiens/openapi.yaml by `npm run gen`. Edit the contract, not this file.
export interface paths {
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell the release of the core
         * @description The connectivity probe. A core of version 44.0 does not have it and answers 404 `No Route Found [92]`.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, refresh, or finish a log-in with a second factor
         * @description Status 200 alone is no proof of success: an account with MFA gets a partial token with a marker, an account that has only an old numeric PIN gets a null scope. A refresh replaces both tokens, and the old ones die at once. What stands in the query instead of the body is read too, and stands in access logs.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token/": {
        parameters: {
            query?: {
                /** @example password */
                grant_type?: components["parameters"]["GrantType"];
                /** @example acrobits-softphone */
                client_id?: components["parameters"]["ClientId"];
                /** @example invented-client-secret */
                client_secret?: components["parameters"]["ClientSecret"];
                /** @example integration-office-manager@acme.example */
                username?: components["parameters"]["Username"];
                /** @example invented-password */
                password?: components["parameters"]["Password"];
                /** @example ffeeddccbbaa99887766554433221100 */
                refresh_token?: components["parameters"]["RefreshToken"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Log in or refresh at the endpoint of v1, with everything in the query
         * @description What stands in the query stands in access logs too.
         */
        get: operations["getTokenV1"];
        put?: never;
        /**
         * Log in or refresh at the endpoint of v1
         * @description Reads a form, or the query. What stands in the query stands in access logs too.
         */
        post: operations["createTokenV1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jwt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the claims of the JWT that is used for this call */
        get: operations["getJwt"];
        put?: never;
        /**
         * Get a JWT for a log-in, for an older one, or for a user in whose name an API key acts
         * @description The refresh token can be used once and opens nothing itself. Acting for a user takes an API key as bearer; the other requests take none.
         */
        post: operations["createJwt"];
        /** Revoke the JWT that is used for this call */
        delete: operations["revokeJwt"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jwt/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `jti` of one JWT, or `uid` of a user (`100@acme.example`), which revokes all of that user's.
                 * @example 100@acme.example
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one JWT, or all of a user */
        delete: operations["revokeJwtOf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apikeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that were made with the key used for this call */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key
         * @description Takes a key with `can-create-keys`; every other caller gets 403.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apikeys/~": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the key that is used for this call */
        get: operations["getMyApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apikeys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The first twelve characters of the key.
                 * @example nsd_0a1b2c3d
                 */
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        /**
         * Read a key that was made with the key used for this call
         * @description Published as a list, unlike every other single thing.
         */
        get: operations["getApiKey"];
        /** Change what a key is called, from where it works and what it opens */
        put: operations["updateApiKey"];
        post?: never;
        /** Revoke a key, at once */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all resellers */
        get: operations["listResellers"];
        put?: never;
        /** Create a reseller */
        post: operations["createReseller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resellers/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count all resellers */
        get: operations["countResellers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resellers/{reseller}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        /** Read a reseller */
        get: operations["getReseller"];
        /** Change a reseller */
        put: operations["updateReseller"];
        post?: never;
        /** Delete a reseller that has no domains */
        delete: operations["deleteReseller"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resellers/{reseller}/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        /** Ask whether a reseller exists */
        get: operations["countReseller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the domains in reach
         * @description Super Users see all, Resellers their own territory. Whoever stands lower gets 401 `Invalid Scope [APP001]`.
         */
        get: operations["listDomains"];
        put?: never;
        /**
         * Create a domain
         * @description Makes a dial plan of the same name and a user `domain` that holds defaults as well.
         */
        post: operations["createDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the domains in reach */
        get: operations["countDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/~": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the domain that the token or key belongs to */
        get: operations["getMyDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /**
         * Read a domain
         * @description What happens for a domain outside the caller's reach is not published; 401, 403 and 404 all mean "not visible to you".
         */
        get: operations["getDomain"];
        /** Change a domain */
        put: operations["updateDomain"];
        post?: never;
        /** Delete a domain */
        delete: operations["deleteDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Ask whether a domain exists */
        get: operations["countDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the users of a domain */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Without a device and without a number. The 200 of a synchronous create shows old v1 names in samples; read the user afterwards.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the users of a domain */
        get: operations["countUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List names and extensions of the users of a domain */
        get: operations["listUserNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/~/users/~": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the user that the token belongs to */
        get: operations["getMyUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Read a user */
        get: operations["getUser"];
        /**
         * Change a user
         * @description Always 202, whatever is sent; read the user afterwards.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Delete a user
         * @description Devices, contacts and voicemails go with it. Numbers go on pointing at it.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the devices of a user */
        get: operations["listDevices"];
        put?: never;
        /**
         * Create a device
         * @description By custom the first is named like the extension, every further one has a small letter behind it.
         */
        post: operations["createDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/devices/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Count the devices of a user */
        get: operations["countDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        /**
         * Read a device
         * @description Some 44 cores lack it.
         */
        get: operations["getDevice"];
        /** Change a device */
        put: operations["updateDevice"];
        post?: never;
        /** Delete a device */
        delete: operations["deleteDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /**
         * List the devices of a domain
         * @description Some operators' network guards answer 403 with a page to whoever asks from an unknown address.
         */
        get: operations["listDomainDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/devices/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the devices of a domain */
        get: operations["countDomainDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/devices/{device}/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        /** Ask whether a device exists */
        get: operations["countDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the hardware phones in reach */
        get: operations["listPhones"];
        /** Change the hardware phone that the body names */
        put: operations["updatePhone"];
        /** Add a hardware phone */
        post: operations["createPhone"];
        /** Remove the hardware phone that the body names */
        delete: operations["deletePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the hardware phones in reach */
        get: operations["countPhones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the provisioning servers */
        get: operations["listPhoneServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/servers/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ndp1.example.net */
                server: string;
            };
            cookie?: never;
        };
        /** Read a provisioning server */
        get: operations["getPhoneServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/{mac}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Twelve hexadecimal digits without separators.
                 * @example 0004f2aabbcc
                 */
                mac: components["parameters"]["Mac"];
            };
            cookie?: never;
        };
        /** Read a hardware phone */
        get: operations["getPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the hardware phones of a domain */
        get: operations["listDomainPhones"];
        /** Change the hardware phone of a domain that the body names */
        put: operations["updateDomainPhone"];
        /** Add a hardware phone to a domain */
        post: operations["createDomainPhone"];
        /** Remove the hardware phone of a domain that the body names */
        delete: operations["deleteDomainPhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/phones/{mac}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Twelve hexadecimal digits without separators.
                 * @example 0004f2aabbcc
                 */
                mac: components["parameters"]["Mac"];
            };
            cookie?: never;
        };
        /** Read a hardware phone of a domain */
        get: operations["getDomainPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phonenumbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the numbers in reach
         * @description For Resellers and Super Users.
         */
        get: operations["listPhoneNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/phonenumbers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the numbers of a domain */
        get: operations["listDomainPhoneNumbers"];
        /** Lead the number that the body names somewhere else */
        put: operations["updateDomainPhoneNumber"];
        /**
         * Add a number to a domain
         * @description For Resellers and above.
         */
        post: operations["createPhoneNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/phonenumbers/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the numbers of a domain */
        get: operations["countPhoneNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/phonenumbers/{phonenumber}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                phonenumber: components["parameters"]["PhoneNumber"];
            };
            cookie?: never;
        };
        /** Read a number */
        get: operations["getPhoneNumber"];
        /** Lead a number somewhere else */
        put: operations["updatePhoneNumber"];
        post?: never;
        /** Remove a number */
        delete: operations["deletePhoneNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/smsnumbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the message numbers of the platform */
        get: operations["listSmsNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/smsnumbers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the message numbers of a domain */
        get: operations["listDomainSmsNumbers"];
        put?: never;
        /** Add a message number to a domain */
        post: operations["createSmsNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/smsnumbers/{smsnumber}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                smsnumber: components["parameters"]["SmsNumber"];
            };
            cookie?: never;
        };
        get?: never;
        /** Lead the messages of a number somewhere else */
        put: operations["updateSmsNumber"];
        post?: never;
        /** Remove a message number */
        delete: operations["deleteSmsNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/smsnumbers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the message numbers of a user */
        get: operations["listUserSmsNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/smsnumbers/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Count the message numbers of a user */
        get: operations["countUserSmsNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the event subscriptions in reach */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Subscribe a URL to the events of one model
         * @description Answers 200 with the object at once. The filters (`reseller`, `domain`, `user`) cannot be changed afterwards.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        /** Read a subscription */
        get: operations["getSubscription"];
        /** Change where and how long a subscription posts */
        put: operations["updateSubscription"];
        post?: never;
        /**
         * End a subscription
         * @description The document of 45.0 asks for a body with the id and, below Super User, the domain; that of 44.0 has none, and Acrobits' own tool sends none.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the event subscriptions of a domain */
        get: operations["listDomainSubscriptions"];
        put?: never;
        /** Subscribe a URL to the events of one model in a domain */
        post: operations["createDomainSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change where and how long a subscription of a domain posts */
        put: operations["updateDomainSubscription"];
        post?: never;
        /** End a subscription of a domain */
        delete: operations["deleteDomainSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/messagesessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the conversations of a domain */
        get: operations["listDomainMessageSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/messagesessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the conversations of a user */
        get: operations["listMessageSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/messagesessions/{messagesession}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description Published as a list.
         */
        get: operations["getMessageSession"];
        /** Name a conversation, or change who takes part */
        put: operations["updateMessageSession"];
        post?: never;
        /** Delete a conversation */
        delete: operations["deleteMessageSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/messagesessions/{messagesession}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Leave a conversation */
        put: operations["leaveMessageSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/messagesessions/{messagesession}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        /** List the messages of a conversation */
        get: operations["listMessages"];
        put?: never;
        /** Send a message in a conversation, which begins with it when it is new */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message in the conversation that the platform finds for it */
        post: operations["startMessageSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the contacts that a domain shares */
        get: operations["listDomainContacts"];
        put?: never;
        /** Add a contact that a domain shares */
        post: operations["createDomainContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /**
         * Read a contact that a domain shares
         * @description Published as a list.
         */
        get: operations["getDomainContact"];
        /** Change a contact that a domain shares */
        put: operations["updateDomainContact"];
        post?: never;
        /** Remove a contact that a domain shares */
        delete: operations["deleteDomainContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the contacts of a user */
        get: operations["listContacts"];
        put?: never;
        /** Add a contact to a user */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/contacts/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Count the contacts of a user */
        get: operations["countContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /** Read a contact of a user */
        get: operations["getContact"];
        /** Change a contact of a user */
        put: operations["updateContact"];
        post?: never;
        /** Remove a contact of a user */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/~/users/~/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the contacts of the user that the token belongs to */
        get: operations["listMyContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cdrs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the calls in reach */
        get: operations["listCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cdrs/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the calls in reach */
        get: operations["countCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/cdrs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the calls of a domain */
        get: operations["listDomainCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/cdrs/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the calls of a domain */
        get: operations["countDomainCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/cdrs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the calls of a user */
        get: operations["listUserCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/cdrs/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Count the calls of a user */
        get: operations["countUserCdrs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/answerrules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the answer rules of a user */
        get: operations["listAnswerRules"];
        put?: never;
        /** Create an answer rule */
        post: operations["createAnswerRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/answerrules/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Count the answer rules of a user */
        get: operations["countAnswerRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/answerrules/reorder": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        get?: never;
        /** Put the answer rules of a user into an order */
        put: operations["reorderAnswerRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/answerrules/{timeframe}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Name of a time frame; `*` is the rule for the rest of the time.
                 * @example *
                 */
                timeframe: string;
            };
            cookie?: never;
        };
        /** Read an answer rule */
        get: operations["getAnswerRule"];
        /** Change an answer rule */
        put: operations["updateAnswerRule"];
        post?: never;
        /** Delete an answer rule */
        delete: operations["deleteAnswerRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/~/users/~/answerrules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the answer rules of the user that the token belongs to */
        get: operations["listMyAnswerRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the emergency addresses of a domain */
        get: operations["listDomainAddresses"];
        put?: never;
        /** Add an emergency address to a domain */
        post: operations["createDomainAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the emergency addresses of a domain */
        get: operations["countDomainAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses/validate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an emergency address */
        post: operations["validateAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses/{emergency-address-id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change an emergency address of a domain */
        put: operations["updateDomainAddress"];
        post?: never;
        /** Remove an emergency address of a domain */
        delete: operations["deleteDomainAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** List the emergency addresses of a user */
        get: operations["listAddresses"];
        put?: never;
        /** Add an emergency address to a user */
        post: operations["createAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}/addresses/{emergency-address-id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        /** Read an emergency address of a user */
        get: operations["getAddress"];
        /** Change an emergency address of a user */
        put: operations["updateAddress"];
        post?: never;
        /** Remove an emergency address of a user */
        delete: operations["deleteAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the numbers of a domain that have an emergency address */
        get: operations["listAddressEndpoints"];
        put?: never;
        /** Give a number an emergency address */
        post: operations["createAddressEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/addresses/endpoints/{endpoint}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 15551230100 */
                endpoint: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Change the emergency address of a number */
        put: operations["updateAddressEndpoint"];
        post?: never;
        /** Take the emergency address from a number */
        delete: operations["deleteAddressEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the sites of a domain */
        get: operations["listSites"];
        put?: never;
        /** Create a site */
        post: operations["createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/sites/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the sites of a domain */
        get: operations["countSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/sites/list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /**
         * List the sites of a domain in short
         * @description Published with all members of a site all the same.
         */
        get: operations["listSiteNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/sites/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example Main */
                site: string;
            };
            cookie?: never;
        };
        /** Read a site */
        get: operations["getSite"];
        /** Change a site */
        put: operations["updateSite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the trunks in reach */
        get: operations["listConnections"];
        put?: never;
        /** Create a trunk */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the trunks in reach */
        get: operations["countConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the trunks of a domain */
        get: operations["listDomainConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/connections/{connection-orig-match-pattern}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example *@192.0.2.10 */
                "connection-orig-match-pattern": string;
            };
            cookie?: never;
        };
        /**
         * Read a trunk
         * @description Published as a list.
         */
        get: operations["getConnection"];
        /** Change a trunk */
        put: operations["updateConnection"];
        post?: never;
        /** Delete a trunk */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Version: {
            apiversion: string;
            hostname: string;
            "current-time"?: string;
        };
        /** @description A whole number, which some releases send as text. */
        Number: number | string;
        ErrorResponse: {
            code: components["schemas"]["Number"];
            message: string;
        };
        PasswordGrant: {
            /** @enum {string} */
            grant_type: "password";
            client_id: string;
            client_secret: string;
            /** @description Log-in name, `user@domain` unless it was given another one. */
            username: string;
            /** @description The portal password; not the voicemail PIN. */
            password: string;
        };
        RefreshGrant: {
            /** @enum {string} */
            grant_type: "refresh_token";
            client_id: string;
            client_secret: string;
            refresh_token: string;
        };
        MfaGrant: {
            /** @enum {string} */
            grant_type: "mfa";
            client_id: string;
            client_secret: string;
            username: string;
            password: string;
            mfa_type: string;
            mfa_vendor: string;
            /** @enum {string} */
            ns_id_type: "subscriber" | "level1";
            passcode: string;
            /** @description The partial token of the first answer. */
            access_token: string;
        };
        TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshGrant"] | components["schemas"]["MfaGrant"];
        /** @description A usable token. Opaque; lower-case hexadecimal wherever one was seen. */
        AccessToken: {
            access_token: string;
            refresh_token: string;
            /** @description Seconds. */
            expires_in: components["schemas"]["Number"];
            token_type: string;
            scope: string;
            username: string;
            user: string;
            uid: string;
            login: string;
            domain: string;
            /** @description The reseller. */
            territory: string;
            department: string;
            /** @description Required in 44.0. */
            site?: string;
            /** @description Required in 44.0. */
            group?: string;
            user_email: string;
            displayName: string;
            client_id: string;
            apiversion: string;
        };
        /** @description A second factor is due. Its token opens nothing yet. Two shapes were seen, one with `mfa`, one with `mfa_required` in the place of the scope; the kind of factor stands in both. */
        MfaChallenge: {
            access_token: string;
            expires_in?: components["schemas"]["Number"];
            token_type?: string;
            mfa?: string;
            mfa_type: string;
            mfa_vendor?: string;
            scope?: string;
            user_scope?: string;
        };
        /** @description The log-in was right and the account has only an old numeric PIN, no secure password. Nothing usable in it. */
        LegacyAnswer: {
            access_token?: string | null;
            scope: null;
            legacy: boolean;
            legacy_expires_days?: number | string | null;
            recover?: boolean;
        };
        /** @description Some refusals come with status 200. */
        InBandError: {
            error: string;
            error_description?: string;
        };
        TokenAnswer: components["schemas"]["AccessToken"] | components["schemas"]["MfaChallenge"] | components["schemas"]["LegacyAnswer"] | components["schemas"]["InBandError"];
        OAuthError: {
            error: string;
            error_description?: string;
        };
        TokenError: components["schemas"]["OAuthError"] | components["schemas"]["ErrorResponse"];
        /** @description The members of `TokenRequest`. Nothing is required of the form, since each of them may stand in the query instead. */
        TokenRequestV1: {
            grant_type?: string;
            client_id?: string;
            client_secret?: string;
            username?: string;
            password?: string;
            refresh_token?: string;
            mfa_type?: string;
            mfa_vendor?: string;
            ns_id_type?: string;
            passcode?: string;
            access_token?: string;
        };
        JwtClaims: {
            aud?: string;
            /** @description Host name. */
            iss?: string;
            /** @description `user@domain`. */
            sub?: string;
            jti?: string;
            /** @description Seconds since 1970. */
            iat?: number;
            /** @description Seconds since 1970. */
            exp?: number;
            /** @description Milliseconds that the token lives. */
            time_out?: number;
            domain?: string;
            /** @description The reseller. */
            territory?: string;
            user?: string;
            user_email: string | null;
            user_scope: string;
            displayName: string;
            apiversion?: string;
        };
        JwtRefresh: {
            refresh: string;
        };
        JwtDelegation: {
            user: string;
            domain: string;
        };
        JwtRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["MfaGrant"] | components["schemas"]["JwtRefresh"] | components["schemas"]["JwtDelegation"];
        Jwt: {
            token: string;
            /** @description Required there. */
            refresh?: string;
        };
        Accepted: {
            code: components["schemas"]["Number"];
            message: string;
        };
        /** @enum {string} */
        YesNo: "yes" | "no";
        /** @description What the key may touch: `*`, a CSV or a list, such as subscriber, device, message, messagesession, event. */
        AllowedModels: string | string[];
        /** @description ISO 8601 with an offset, or `YYYY-MM-DD HH:MM:SS`. Both occur, even for one resource. */
        Moment: string | null;
        ApiKey: {
            description: string;
            /** @description `*` for all. */
            reseller: string;
            /** @description `*` for all. */
            domain: string;
            user?: string;
            /**
             * @description The scopes of users, without Site Manager and No Portal.
             * @enum {string}
             */
            "user-scope"?: "Basic User" | "Simple User" | "Advanced User" | "Call Center Agent" | "Call Center Supervisor" | "Office Manager" | "Reseller" | "Super User" | "NDP";
            /** @description CSV of addresses and CIDR ranges from which the key works. */
            "ip-address"?: string;
            readonly?: components["schemas"]["YesNo"];
            "can-create-keys"?: components["schemas"]["YesNo"];
            "allowed-models"?: components["schemas"]["AllowedModels"];
            "key-id": string;
            "created-datetime"?: components["schemas"]["Moment"];
            /** @description Exact to the hour. */
            "lastused-datetime"?: components["schemas"]["Moment"];
        };
        NewApiKey: {
            description: string;
            /** @description `*` for all. */
            reseller: string;
            /** @description `*` for all. */
            domain: string;
            user?: string;
            /**
             * @description The scopes of users, without Site Manager and No Portal.
             * @enum {string}
             */
            "user-scope"?: "Basic User" | "Simple User" | "Advanced User" | "Call Center Agent" | "Call Center Supervisor" | "Office Manager" | "Reseller" | "Super User" | "NDP";
            /** @description CSV of addresses and CIDR ranges from which the key works. */
            "ip-address"?: string;
            readonly?: components["schemas"]["YesNo"];
            "can-create-keys"?: components["schemas"]["YesNo"];
            "allowed-models"?: components["schemas"]["AllowedModels"];
        };
        MadeApiKey: {
            description: string;
            /** @description `*` for all. */
            reseller: string;
            /** @description `*` for all. */
            domain: string;
            user?: string;
            /**
             * @description The scopes of users, without Site Manager and No Portal.
             * @enum {string}
             */
            "user-scope"?: "Basic User" | "Simple User" | "Advanced User" | "Call Center Agent" | "Call Center Supervisor" | "Office Manager" | "Reseller" | "Super User" | "NDP";
            /** @description CSV of addresses and CIDR ranges from which the key works. */
            "ip-address"?: string;
            readonly?: components["schemas"]["YesNo"];
            "can-create-keys"?: components["schemas"]["YesNo"];
            "allowed-models"?: components["schemas"]["AllowedModels"];
            "key-id": string;
            "created-datetime"?: components["schemas"]["Moment"];
            /** @description Exact to the hour. */
            "lastused-datetime"?: components["schemas"]["Moment"];
            /** @description The secret. Never shown again. */
            key?: string;
            notes?: string;
        };
        ApiKeyChange: {
            description: string;
            /** @description CSV of addresses and CIDR ranges from which the key works. */
            "ip-address"?: string;
            /** @description Published here, though the text beside it lets only description and addresses change. */
            "allowed-models"?: components["schemas"]["AllowedModels"];
        };
        Reseller: {
            reseller: string;
            description?: string;
            "email-send-smtp-hostname"?: string;
            "email-send-smtp-port"?: number | string | null;
            "email-send-smtp-username"?: string | null;
            "email-send-smtp-password"?: string | null;
            /** @description Its name before it was `email-send-smtp-password`. */
            smtp_pwd?: string;
            "domains-total"?: components["schemas"]["Number"];
            "users-total"?: components["schemas"]["Number"];
            "active-calls-against-license-count"?: components["schemas"]["Number"];
            "active-calls-offnet-current"?: components["schemas"]["Number"];
        };
        NewReseller: {
            reseller: string;
            description?: string;
            "email-send-smtp-hostname"?: string;
            "email-send-smtp-port"?: number | string | null;
            "email-send-smtp-username"?: string | null;
            "email-send-smtp-password"?: string | null;
            /** @description Its name before it was `email-send-smtp-password`. */
            smtp_pwd?: string;
        };
        /** @description For writes whose published answer shows no members, or a list of everything under `*\/*`. */
        AcceptedAsGuided: {
            code: components["schemas"]["Number"];
            message: string;
        };
        Count: {
            total: components["schemas"]["Number"];
        };
        ResellerChange: {
            description?: string;
            "email-send-smtp-hostname"?: string;
            "email-send-smtp-port"?: number | string | null;
            "email-send-smtp-username"?: string | null;
            "email-send-smtp-password"?: string | null;
            /** @description Its name before it was `email-send-smtp-password`. */
            smtp_pwd?: string;
        };
        AreaCode: number | string | null;
        /** @description A telephone number, which arrives as number, text or null. The text `[*]` inherits it. */
        CallerNumber: number | string | null;
        /** @enum {string} */
        RecordingConfiguration: "no" | "yes" | "yes-with-transcription" | "yes-with-transcription-and-sentiment";
        Domain: {
            domain: string;
            reseller: string;
            description: string | null;
            /** @enum {string} */
            "domain-type"?: "Standard" | "Residential" | "Hospitality";
            "dial-plan"?: string;
            /** @description Named on the platform, such as `US and Canada`. */
            "dial-policy"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description Such as `US/Pacific`; from the IANA list, with old names in it. */
            "time-zone"?: string;
            "language-token"?: string;
            "single-sign-on-enabled"?: components["schemas"]["YesNo"];
            "is-domain-locked"?: components["schemas"]["YesNo"];
            "is-stir-enabled"?: components["schemas"]["YesNo"];
            "is-ivr-forward-change-blocked"?: components["schemas"]["YesNo"];
            "music-on-hold-enabled"?: components["schemas"]["YesNo"];
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            /** @description One of `Transcription`, in 45.0 also in small letters. */
            "voicemail-transcription-enabled"?: string;
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            /** @description `0` and `-1` stand for no limit in samples. */
            "limits-max-users"?: components["schemas"]["Number"];
            "limits-max-sites"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-active-calls-offnet"?: components["schemas"]["Number"];
            /** @description The spelling is the platform's. */
            "limits-max-subcriber-resources-total"?: components["schemas"]["Number"];
            "email-send-from-address"?: string | null;
            "email-send-smtp-hostname"?: string | null;
            "email-send-smtp-port"?: string | number | null;
            "email-send-smtp-username"?: string | null;
            /** @description Readable in clear. */
            "email-send-smtp-password"?: string | null;
            "active-calls-total-current"?: components["schemas"]["Number"];
            "active-calls-against-license-count"?: components["schemas"]["Number"];
            "active-calls-offnet-current"?: components["schemas"]["Number"];
            "count-subcriber-resources-total"?: components["schemas"]["Number"];
        };
        /**
         * @description `yes` makes the platform wait until it can read back what it wrote, and answer 200 with the object. `no`, the default, gets 202, and the object may not be readable yet.
         * @enum {string}
         */
        Synchronous: "yes" | "no";
        /**
         * @description Who transcribes voicemails.
         * @enum {string}
         */
        Transcription: "no" | "Deepgram" | "Google" | "Mutare" | "Voicebase";
        NewDomain: {
            synchronous?: components["schemas"]["Synchronous"];
            domain: string;
            /** @description `~` stands for the caller's own. */
            reseller: string;
            description?: string | null;
            /** @enum {string} */
            "domain-type"?: "Standard" | "Residential" | "Hospitality";
            "dial-plan"?: string;
            /** @description Named on the platform, such as `US and Canada`. */
            "dial-policy"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description Such as `US/Pacific`; from the IANA list, with old names in it. */
            "time-zone"?: string;
            "language-token"?: string;
            "single-sign-on-enabled"?: components["schemas"]["YesNo"];
            "is-domain-locked"?: components["schemas"]["YesNo"];
            "is-stir-enabled"?: components["schemas"]["YesNo"];
            "is-ivr-forward-change-blocked"?: components["schemas"]["YesNo"];
            "music-on-hold-enabled"?: components["schemas"]["YesNo"];
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "voicemail-transcription-enabled"?: components["schemas"]["Transcription"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            /** @description `0` and `-1` stand for no limit in samples. */
            "limits-max-users"?: components["schemas"]["Number"];
            "limits-max-sites"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-active-calls-offnet"?: components["schemas"]["Number"];
            /** @description The spelling is the platform's. */
            "limits-max-subcriber-resources-total"?: components["schemas"]["Number"];
            "email-send-from-address"?: string | null;
            "email-send-smtp-hostname"?: string | null;
            "email-send-smtp-port"?: string | number | null;
            "email-send-smtp-username"?: string | null;
            /** @description Readable in clear. */
            "email-send-smtp-password"?: string | null;
        };
        DomainChange: {
            /** @description Moves the domain to another territory. */
            reseller?: string;
            description?: string | null;
            /** @enum {string} */
            "domain-type"?: "Standard" | "Residential" | "Hospitality";
            "dial-plan"?: string;
            /** @description Named on the platform, such as `US and Canada`. */
            "dial-policy"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description Such as `US/Pacific`; from the IANA list, with old names in it. */
            "time-zone"?: string;
            "language-token"?: string;
            "single-sign-on-enabled"?: components["schemas"]["YesNo"];
            "is-domain-locked"?: components["schemas"]["YesNo"];
            "is-stir-enabled"?: components["schemas"]["YesNo"];
            "is-ivr-forward-change-blocked"?: components["schemas"]["YesNo"];
            "music-on-hold-enabled"?: components["schemas"]["YesNo"];
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "voicemail-transcription-enabled"?: components["schemas"]["Transcription"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            /** @description `0` and `-1` stand for no limit in samples. */
            "limits-max-users"?: components["schemas"]["Number"];
            "limits-max-sites"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-active-calls-offnet"?: components["schemas"]["Number"];
            /** @description The spelling is the platform's. */
            "limits-max-subcriber-resources-total"?: components["schemas"]["Number"];
            "email-send-from-address"?: string | null;
            "email-send-smtp-hostname"?: string | null;
            "email-send-smtp-port"?: string | number | null;
            "email-send-smtp-username"?: string | null;
            /** @description Readable in clear. */
            "email-send-smtp-password"?: string | null;
        };
        NoSuchDomain: {
            error: string;
        };
        /** @description The published document requires `email-address`; live reads say `email` instead, so that neither can be. */
        User: {
            user: string;
            domain: string;
            /** @description The published name. */
            "email-address"?: string;
            /** @description What live reads carry instead. */
            email?: string;
            /** @description One of `Scope`; the document of 44.0 spells `No Portal ` with a blank at its end. */
            "user-scope": string;
            "name-first-name": string;
            "name-last-name": string;
            /** @description Unique on the whole platform. Left out, `user@domain`. */
            "login-username"?: string;
            department?: string | null;
            /** @description A name that is not known yet makes a new site. */
            site?: string | null;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description One that begins with `system-` hides the user in the portals. */
            "service-code"?: string | null;
            "status-message"?: string | null;
            /** @description Digits. Readable, and not the portal password. */
            "voicemail-login-pin"?: string | number;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "voicemail-user-control-enabled"?: components["schemas"]["YesNo"];
            "voicemail-transcription-enabled"?: components["schemas"]["Transcription"];
            "email-send-alert-new-voicemail-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "email-send-alert-new-voicemail-behavior"?: "no" | "yes" | "attnew" | "attsave" | "atttrash" | "brief" | "briefattnew" | "briefattsave" | "briefatttrash";
            "email-send-alert-new-missed-call-enabled"?: components["schemas"]["YesNo"];
            privacy?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-allow-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-reject-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "directory-announce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            "directory-annouce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            /** @description 0 to 3600. */
            "ring-no-answer-timeout-seconds"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            /** @description `standard`, `reset`, `new` or `pwd reset`. */
            "account-status"?: string;
            "user-presence-status"?: string | null;
            "active-calls-total-current"?: components["schemas"]["Number"];
            "created-datetime"?: components["schemas"]["Moment"];
            "last-modified-datetime"?: components["schemas"]["Moment"];
        };
        /**
         * @description What a user may do. Exact and case-sensitive.
         * @enum {string}
         */
        Scope: "Basic User" | "Simple User" | "Advanced User" | "Call Center Agent" | "Site Manager" | "Call Center Supervisor" | "Office Manager" | "Reseller" | "Super User" | "NDP" | "No Portal";
        NewUser: {
            synchronous?: components["schemas"]["Synchronous"];
            /** @description The extension. */
            user: string;
            /** @description Several are joined by `;`. */
            "email-address": string;
            "user-scope": components["schemas"]["Scope"];
            "name-first-name": string;
            "name-last-name": string;
            /** @description Unique on the whole platform. Left out, `user@domain`. */
            "login-username"?: string;
            department?: string | null;
            /** @description A name that is not known yet makes a new site. */
            site?: string | null;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description One that begins with `system-` hides the user in the portals. */
            "service-code"?: string | null;
            "status-message"?: string | null;
            /** @description Digits. Readable, and not the portal password. */
            "voicemail-login-pin"?: string | number;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "voicemail-user-control-enabled"?: components["schemas"]["YesNo"];
            "voicemail-transcription-enabled"?: components["schemas"]["Transcription"];
            "email-send-alert-new-voicemail-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "email-send-alert-new-voicemail-behavior"?: "no" | "yes" | "attnew" | "attsave" | "atttrash" | "brief" | "briefattnew" | "briefattsave" | "briefatttrash";
            "email-send-alert-new-missed-call-enabled"?: components["schemas"]["YesNo"];
            privacy?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-allow-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-reject-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "directory-announce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            "directory-annouce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            /** @description 0 to 3600. */
            "ring-no-answer-timeout-seconds"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
        };
        UserName: {
            user?: string;
            domain?: string;
            site?: string | null;
            "name-first-name"?: string;
            "name-last-name"?: string;
            department?: string | null;
            "directory-name-number-dtmf-mapping"?: components["schemas"]["Number"];
        };
        /** @description The published document requires the same members as for a new user. */
        UserChange: {
            /** @description Several are joined by `;`. */
            "email-address": string;
            "user-scope": components["schemas"]["Scope"];
            "name-first-name": string;
            "name-last-name": string;
            /** @description Unique on the whole platform. Left out, `user@domain`. */
            "login-username"?: string;
            department?: string | null;
            /** @description A name that is not known yet makes a new site. */
            site?: string | null;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            /** @description One that begins with `system-` hides the user in the portals. */
            "service-code"?: string | null;
            "status-message"?: string | null;
            /** @description Digits. Readable, and not the portal password. */
            "voicemail-login-pin"?: string | number;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "voicemail-user-control-enabled"?: components["schemas"]["YesNo"];
            "voicemail-transcription-enabled"?: components["schemas"]["Transcription"];
            "email-send-alert-new-voicemail-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "email-send-alert-new-voicemail-behavior"?: "no" | "yes" | "attnew" | "attsave" | "atttrash" | "brief" | "briefattnew" | "briefattsave" | "briefatttrash";
            "email-send-alert-new-missed-call-enabled"?: components["schemas"]["YesNo"];
            privacy?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-allow-enabled"?: components["schemas"]["YesNo"];
            "phone-numbers-to-reject-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "directory-announce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            "directory-annouce-in-dial-by-name-enabled"?: components["schemas"]["YesNo"];
            /** @description 0 to 3600. */
            "ring-no-answer-timeout-seconds"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
        };
        Device: {
            device: string;
            user: string;
            domain: string;
            /** @description Left out, the platform makes one of 16 characters. */
            "device-sip-registration-password"?: string;
            "device-sip-registration-expiry-seconds"?: components["schemas"]["Number"];
            /** @description Lets the platform wake mobile apps. */
            "device-push-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "device-srtp-enabled"?: "yes" | "no" | "opportunistic";
            /** @enum {string} */
            "device-sip-nat-traversal-enabled"?: "automatic" | "none" | "never" | "fixed";
            /** @description An app whose name does not match cannot register. */
            "device-sip-allowed-user-agent"?: string;
            "auto-answer-enabled"?: components["schemas"]["YesNo"];
            "device-level-call-recording-enabled"?: components["schemas"]["YesNo"];
            "device-force-notify-new-voicemails-enabled"?: components["schemas"]["YesNo"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "device-models-model"?: string;
            "device-provisioning-mac-address"?: string;
            "device-provisioning-line"?: components["schemas"]["Number"];
            "device-provisioning-overrides"?: string;
            "device-provisioning-registration-core-server"?: string;
            /**
             * @description A hint for hardware, no limit of the server.
             * @enum {string}
             */
            "device-provisioning-sip-transport-protocol"?: "udp" | "tcp" | "tls";
            "device-sip-registration-uri"?: string;
            /** @enum {string} */
            "device-sip-registration-state"?: "registered" | "unregistered";
            /** @description Where it registered last. */
            "device-sip-registration-core-server"?: string | null;
            "device-sip-registration-contact"?: string | null;
            "device-sip-registration-ip-address"?: string | null;
            "device-sip-registration-user-agent"?: string | null;
            "device-sip-registration-datetime"?: components["schemas"]["Moment"];
            "device-sip-registration-expires-datetime"?: components["schemas"]["Moment"];
            "login-username"?: string;
            "name-full-name"?: string;
        };
        NewDevice: {
            synchronous?: components["schemas"]["Synchronous"];
            device: string;
            /** @description Left out, the platform makes one of 16 characters. */
            "device-sip-registration-password"?: string;
            "device-sip-registration-expiry-seconds"?: components["schemas"]["Number"];
            /** @description Lets the platform wake mobile apps. */
            "device-push-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "device-srtp-enabled"?: "yes" | "no" | "opportunistic";
            /** @enum {string} */
            "device-sip-nat-traversal-enabled"?: "automatic" | "none" | "never" | "fixed";
            /** @description An app whose name does not match cannot register. */
            "device-sip-allowed-user-agent"?: string;
            "auto-answer-enabled"?: components["schemas"]["YesNo"];
            "device-level-call-recording-enabled"?: components["schemas"]["YesNo"];
            "device-force-notify-new-voicemails-enabled"?: components["schemas"]["YesNo"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "device-models-model"?: string;
            "device-provisioning-mac-address"?: string;
            "device-provisioning-line"?: components["schemas"]["Number"];
            "device-provisioning-overrides"?: string;
            "device-provisioning-registration-core-server"?: string;
            /**
             * @description A hint for hardware, no limit of the server.
             * @enum {string}
             */
            "device-provisioning-sip-transport-protocol"?: "udp" | "tcp" | "tls";
        };
        DeviceChange: {
            /** @description Left out, the platform makes one of 16 characters. */
            "device-sip-registration-password"?: string;
            "device-sip-registration-expiry-seconds"?: components["schemas"]["Number"];
            /** @description Lets the platform wake mobile apps. */
            "device-push-enabled"?: components["schemas"]["YesNo"];
            /** @enum {string} */
            "device-srtp-enabled"?: "yes" | "no" | "opportunistic";
            /** @enum {string} */
            "device-sip-nat-traversal-enabled"?: "automatic" | "none" | "never" | "fixed";
            /** @description An app whose name does not match cannot register. */
            "device-sip-allowed-user-agent"?: string;
            "auto-answer-enabled"?: components["schemas"]["YesNo"];
            "device-level-call-recording-enabled"?: components["schemas"]["YesNo"];
            "device-force-notify-new-voicemails-enabled"?: components["schemas"]["YesNo"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "device-models-model"?: string;
            "device-provisioning-mac-address"?: string;
            "device-provisioning-line"?: components["schemas"]["Number"];
            "device-provisioning-overrides"?: string;
            "device-provisioning-registration-core-server"?: string;
            /**
             * @description A hint for hardware, no limit of the server.
             * @enum {string}
             */
            "device-provisioning-sip-transport-protocol"?: "udp" | "tcp" | "tls";
        };
        PhoneOf45: {
            "device-provisioning-mac-address": string;
            domain: string;
            reseller: string;
            "device-models-brand-and-model": string;
            "device-provisioning-registration-core-server": string;
            "device-provisioning-ndp-hostname": string;
            "device-provisioning-sip-transport-protocol": string;
            "device-provisioning-username": string;
            "device-provisioning-password": string;
            "device-provisioning-sip-uri-1": string;
            "device-provisioning-line-1-enabled": components["schemas"]["YesNo"];
            "device-provisioning-sip-uri-1-shared-line-enabled": string;
            "device-provisioning-line-1-extensions"?: string;
            "device-provisioning-sip-uri-2": string;
            "device-provisioning-line-2-enabled": components["schemas"]["YesNo"];
            "device-provisioning-sip-uri-2-shared-line-enabled": string;
            "device-provisioning-line-2-extensions"?: string;
            "device-provisioning-last-retrieved-datetime": string;
            "device-sip-registration-state"?: string | null;
            "device-sip-registration-user-agent"?: string;
            "global-one-time-pass": string;
            notes: string;
            "created-datetime": string;
            "last-modified-datetime"?: string;
        };
        PhoneOf44: {
            mac: string;
            model: string;
            /** @description The provisioning server. */
            server?: string;
            domain?: string;
            /** @description The reseller. */
            territory?: string;
            /** @description The device on the first line. */
            device1?: string;
            device2?: string;
            device3?: string;
            device4?: string;
            transport?: string;
            notes?: string;
            overrides?: string;
            "device-provisioning-username"?: string;
            "device-provisioning-password"?: string;
            "global-one-time-pass"?: components["schemas"]["YesNo"];
            date_created?: string | null;
            registration_expires_time?: string | null;
            "device-provisioning-last-retrieved-datetime"?: string | null;
        };
        Phone: components["schemas"]["PhoneOf45"] | components["schemas"]["PhoneOf44"];
        /** @description The names of 44.0. The document of 45.0 declares the new names for writing too, thirty of them required, while its own samples still send these. */
        NewPhone: {
            /** @description Twelve hexadecimal digits. */
            mac: string;
            model: string;
            /** @description The provisioning server. */
            server?: string;
            domain?: string;
            /** @description The reseller. */
            territory?: string;
            /** @description The device on the first line. */
            device1?: string;
            device2?: string;
            device3?: string;
            device4?: string;
            transport?: string;
            notes?: string;
            overrides?: string;
            "device-provisioning-username"?: string;
            "device-provisioning-password"?: string;
            "global-one-time-pass"?: components["schemas"]["YesNo"];
        };
        PhoneToDelete: {
            mac: string;
        };
        PhoneServer: {
            name: string;
            location: string;
            geo_group: string;
            port_tcp: components["schemas"]["Number"];
            port_tls: components["schemas"]["Number"];
            backup_ok: string;
            postfix: string;
            ns_api_hostname: string;
            status: string;
        };
        /**
         * @description What happens to a call. The document of 44.0 lacks `toggle-timeframe`.
         * @enum {string}
         */
        DialRuleApplication: "available-number" | "to-user" | "to-user-residential" | "to-user-add-header" | "to-user-residential-add-header" | "to-user-notify-of-recording" | "to-user-answer-and-fake-ringback" | "to-voicemail" | "to-voicemail-residential" | "to-callqueue" | "to-callqueue-announce-count-callers-ahead" | "to-callqueue-announce-expected-wait-time" | "to-connection" | "to-connection-or-user-no-failover" | "to-connection-block-caller-id" | "to-connection-no-timeout" | "to-connection-add-header" | "to-connection-add-header-force-caller-id" | "to-connection-add-header-no-timeout" | "to-single-device" | "to-single-device-add-header" | "to-single-device-add-header-allow-voicemail" | "to-single-device-add-header-allow-voicemail-residential" | "spam-screening" | "hangup" | "toggle-timeframe";
        /** @description The published documents require `domain` as well. */
        PhoneNumber: {
            /** @description Country code and number, digits only. */
            phonenumber: string;
            domain?: string;
            enabled?: components["schemas"]["YesNo"];
            "dial-rule-application"?: components["schemas"]["DialRuleApplication"];
            "dial-rule-parameter"?: string;
            /** @description Such as an extension; `[*]` for an available number. */
            "dial-rule-translation-destination-user": string;
            /** @description Such as the domain. Left out, `[*]`. */
            "dial-rule-translation-destination-host"?: string;
            /** @description Left out, `[*]`. */
            "dial-rule-translation-source-name"?: string;
            "dial-rule-description"?: string;
        };
        NewPhoneNumber: {
            /** @description Country code and number, digits only. */
            phonenumber: string;
            enabled?: components["schemas"]["YesNo"];
            "dial-rule-application"?: components["schemas"]["DialRuleApplication"];
            "dial-rule-parameter"?: string;
            /** @description Such as an extension; `[*]` for an available number. */
            "dial-rule-translation-destination-user": string;
            /** @description Such as the domain. Left out, `[*]`. */
            "dial-rule-translation-destination-host"?: string;
            /** @description Left out, `[*]`. */
            "dial-rule-translation-source-name"?: string;
            "dial-rule-description"?: string;
        };
        PhoneNumberChange: {
            enabled?: components["schemas"]["YesNo"];
            "dial-rule-application"?: components["schemas"]["DialRuleApplication"];
            "dial-rule-parameter"?: string;
            /** @description Such as an extension; `[*]` for an available number. */
            "dial-rule-translation-destination-user": string;
            /** @description Such as the domain. Left out, `[*]`. */
            "dial-rule-translation-destination-host"?: string;
            /** @description Left out, `[*]`. */
            "dial-rule-translation-source-name"?: string;
            "dial-rule-description"?: string;
        };
        SmsNumber: {
            number: string;
            application: string;
            dest: string;
            domain: string;
            carrier?: string;
            "mms-capable"?: boolean;
            "group-mms-capable"?: boolean;
        };
        NewSmsNumber: {
            number: string;
            /** @description `user`, `callqueue` or `available`. */
            application: string;
            /** @description The extension or the queue. */
            dest?: string;
            carrier?: string;
        };
        SmsNumberChange: {
            /** @description `user`, `callqueue` or `available`. */
            application: string;
            /** @description The extension or the queue. */
            dest?: string;
            carrier?: string;
        };
        Subscription: {
            id: string;
            /** @description One of `Model`; a later release may add some. */
            model: string;
            "post-url": string;
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            "user-scope"?: string | null;
            reseller?: string;
            domain: string;
            user?: string;
            /** @description Host name. One that holds a scheme marks a broken subscription. */
            "preferred-server"?: string | null;
            /** @description Empty until the first run. */
            "current-active-server"?: string | null;
            /** @enum {string} */
            status?: "pending" | "active" | "error";
            "error-count"?: components["schemas"]["Number"];
            "posts-count"?: components["schemas"]["Number"];
            "subscription-creation-datetime"?: components["schemas"]["Moment"];
            "subscription-expires-datetime"?: components["schemas"]["Moment"];
        };
        /**
         * @description Kind of event. One for each subscription.
         * @enum {string}
         */
        Model: "agent" | "auditlog" | "auditlog_lite" | "call" | "call_origid" | "cdr" | "message" | "messagesession" | "subscriber" | "presence" | "voicemail";
        /** @description Published without a required member; `model` and `post-url` are what makes it one. */
        NewSubscription: {
            model: components["schemas"]["Model"];
            /** @description Absolute URL. */
            "post-url": string;
            /** @description Goes on posting after a failover. Published default yes; seen to act as no when left out, so send it always. */
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            /** @description Published default `*`, which callers of low scope do not get. */
            reseller?: string;
            /** @description Published default `*`, which callers of low scope do not get. */
            domain?: string;
            /** @description Published default `*`, which callers of low scope do not get. */
            user?: string;
            "user-scope"?: components["schemas"]["Scope"];
            /** @description Host name without scheme. */
            "preferred-server"?: string;
            /** @description `YYYY-MM-DD HH:MM:SS` in UTC. Left out, the subscription ends with the token. The document of 44.0 knows it on change only; Acrobits' tool sends it to 44 cores. */
            "subscription-expires-datetime"?: string;
        };
        SubscriptionConflict: {
            message: string;
        };
        SubscriptionChange: {
            model?: components["schemas"]["Model"];
            "post-url"?: string;
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            "preferred-server"?: string;
            "subscription-expires-datetime"?: string;
            /** @description Takes only 0. */
            "error-count"?: components["schemas"]["Number"];
            /** @description Takes only 0. */
            "posts-count"?: components["schemas"]["Number"];
        };
        SubscriptionToDelete: {
            subscription_id: string;
            domain?: string;
        };
        /** @description Samples say `-timestamp` where the schema says `-datetime`. Nearly everything may be null. */
        MessageSession: {
            user: string;
            domain: string;
            "messagesession-id": string;
            "messagesession-type": string;
            "messagesession-name"?: string | null;
            /** @description CSV. */
            "messagesession-participants"?: string | null;
            "messagesession-remote": string | number | null;
            "messagesession-sms-number": string | number | null;
            "messagesession-muted": string;
            "messagesession-start-datetime": components["schemas"]["Moment"];
            "messagesession-last-datetime": components["schemas"]["Moment"];
            "messagesession-last-message": string | number | null;
            "messagesession-last-sender": string | null;
            "messagesession-last-status": string | null;
            "messagesession-last-type": string | null;
            "messagesession-last-media-type": string | null;
            "messagesession-last-media-size": number | null;
            "messagesession-last-email-reminder-datetime": components["schemas"]["Moment"];
            "messagesession-agent-start-datetime": components["schemas"]["Moment"];
            "messagesession-queue-session-id": string | null;
            "messagesession-queue-status": string | null;
            "messagesession-queue-termination": string | null;
            /** @description The spelling is the platform's. */
            "messagesession-reciever-hostname": string;
        };
        MessageSessionChange: {
            "session-name": string;
        } | {
            /** @description CSV. */
            participants: string;
        };
        Message: {
            id: string | number;
            /** @description ISO 8601. */
            timestamp: string;
            type: string;
            domain: string;
            /** @description `orig` came in, `term` went out. */
            direction: string;
            "from-number"?: string | number | null;
            "from-user-id": string | null;
            "from-user-agent": string | null;
            "from-video-attendee-id": string | null;
            dialed: string | null;
            /** @description Any JSON; a text of digits arrives as a number. */
            text: unknown;
            "terminating-user-id": string | null;
            "terminating-number": string | null;
            status: string;
            "media-type": string | null;
            "media-size": number | null;
            /** @description Required in 44.0. */
            "deleted-datetime"?: string | null;
            /** @description Required in 44.0. */
            "video-instance-id"?: string | null;
            "messagesession-id": string;
            /** @description CSV. */
            "messagesession-participants": string | null;
            /** @description The spelling is the platform's. */
            "messagesession-reciever-hostname": string;
        };
        NewMessage: {
            /** @description `chat`, `sms`, `mms`, `chat-media` and some for video. */
            type: string;
            message: string;
            destination: string | string[];
            /** @description One of the user's message numbers, for `sms` and `mms`. */
            "from-number"?: string;
            /** @description The picture in base64. */
            data?: string | null;
            "mime-type"?: string | null;
            /** @description Bytes. */
            size?: number | null;
            /** @description Its name before it was `from-number`. */
            "from-num"?: string;
        };
        FirstMessage: {
            /** @description `chat`, `sms`, `mms`, `chat-media` and some for video. */
            type: string;
            message: string;
            destination: string | string[];
            /** @description One of the user's message numbers, for `sms` and `mms`. */
            "from-number"?: string;
            /** @description The picture in base64. */
            data?: string | null;
            "mime-type"?: string | null;
            /** @description Bytes. */
            size?: number | null;
        };
        AcceptedMessage: {
            code: components["schemas"]["Number"];
            message: string;
        };
        Contact: {
            "unique-id": string;
            "name-first-name": string;
            "name-middle-name": string;
            "name-last-name": string;
            email: string;
            company: string;
            "phonenumber-work": string;
            "phonenumber-cell": string;
            "phonenumber-fax": string;
            "phonenumber-home": string;
            tags: string;
            "created-datetime": string;
        };
        /** @description All of them are required; blanks are normal. */
        NewContact: {
            "name-first-name": string;
            "name-middle-name": string;
            "name-last-name": string;
            email: string;
            company: string;
            "phonenumber-work": string;
            "phonenumber-cell": string;
            "phonenumber-fax": string;
            "phonenumber-home": string;
        };
        ContactChange: {
            "name-first-name": string;
            "name-middle-name": string;
            "name-last-name": string;
            email: string;
            company: string;
            "phonenumber-work": string;
            "phonenumber-cell": string;
            "phonenumber-fax": string;
            "phonenumber-home": string;
            "created-datetime": string;
        };
        Cdr: {
            id: string;
            domain: string;
            reseller: string;
            "call-direction": components["schemas"]["Number"];
            "call-start-datetime": components["schemas"]["Moment"];
            "call-answer-datetime": components["schemas"]["Moment"];
            "call-disconnect-datetime": components["schemas"]["Moment"];
            "call-disconnect-reason-text": string;
            "call-talking-duration-seconds": components["schemas"]["Number"];
            "call-on-hold-duration-seconds": components["schemas"]["Number"];
            "call-total-duration-seconds": components["schemas"]["Number"];
            "call-orig-call-id": string;
            "call-orig-caller-id": components["schemas"]["CallerNumber"];
            "call-orig-domain": string | null;
            "call-orig-from-name": string | null;
            "call-orig-from-uri": string;
            /** @description An extension. */
            "call-orig-user": string | number | null;
            "call-term-call-id": string;
            "call-term-domain": string | null;
            "call-term-to-uri": string;
            /** @description An extension. Published as null only. */
            "call-term-user": string | number | null;
            "call-through-action": string | null;
            /** @description An extension. Published as null only. */
            "call-through-user": string | number | null;
            "call-tag": string | null;
            "core-server": string;
            "hide-from-results": components["schemas"]["Number"];
            "is-trace-expected": boolean;
        };
        CallCount: {
            total: components["schemas"]["Number"];
            minutes?: components["schemas"]["Number"];
            seconds?: components["schemas"]["Number"];
        };
        UserCdr: {
            /** @description `user@domain`. */
            uid: string;
            domain: string;
            cdr_id: string;
            type: components["schemas"]["Number"];
            /** @description Seconds since 1970. */
            time_start: components["schemas"]["Number"];
            /** @description Seconds since 1970. */
            time_answer: components["schemas"]["Number"];
            /** @description Seconds since 1970. */
            time_release: components["schemas"]["Number"];
            /** @description Seconds. */
            duration: components["schemas"]["Number"];
            orig_to_uri: string;
            number: string | number | null;
            name: string | null;
            onnet: components["schemas"]["Number"];
            hide: components["schemas"]["Number"];
            tag: string;
            expected_trace: boolean;
        };
        /** @description An extension, a number, a device such as `100m`, `<OwnDevices>`; with `;delay=5` behind it seconds later; `confirm_`, `vmail_`, `park_`, `user_`, `queue_`, `aa_` and `phone_` before it lead elsewhere. */
        RingTargets: (string | number)[];
        AnswerRuleFeature: {
            enabled: components["schemas"]["YesNo"];
            parameters?: components["schemas"]["RingTargets"];
        };
        AnswerRuleSwitch: {
            enabled: components["schemas"]["YesNo"];
        };
        /** @description Numbers to let through or to turn away; also `anonymous` and `unknown`. The document of 44.0 requires `enabled`. */
        AnswerRuleNumbers: {
            enabled?: components["schemas"]["YesNo"];
            parameters?: components["schemas"]["RingTargets"];
        };
        AnswerRule: {
            domain: string;
            user: string;
            /** @description `*` is the rule for the rest of the time. */
            "time-frame": string;
            enabled: components["schemas"]["YesNo"];
            "simultaneous-ring"?: components["schemas"]["AnswerRuleFeature"];
            "do-not-disturb"?: components["schemas"]["AnswerRuleSwitch"];
            "call-screening"?: components["schemas"]["AnswerRuleSwitch"];
            "forward-always"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-active"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-busy"?: components["schemas"]["AnswerRuleFeature"];
            "forward-no-answer"?: components["schemas"]["AnswerRuleFeature"];
            "forward-when-unregistered"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-dnd"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-spam-call"?: components["schemas"]["AnswerRuleFeature"];
            "phone-numbers-to-allow"?: components["schemas"]["AnswerRuleNumbers"];
            "phone-numbers-to-reject"?: components["schemas"]["AnswerRuleNumbers"];
            order?: components["schemas"]["Number"];
            /** @description Whether its time is now. */
            "is-active": boolean;
        };
        NewAnswerRule: {
            synchronous: components["schemas"]["Synchronous"];
            /** @description `*` is the rule for the rest of the time. */
            "time-frame": string;
            enabled: components["schemas"]["YesNo"];
            "simultaneous-ring"?: components["schemas"]["AnswerRuleFeature"];
            "do-not-disturb"?: components["schemas"]["AnswerRuleSwitch"];
            "call-screening"?: components["schemas"]["AnswerRuleSwitch"];
            "forward-always"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-active"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-busy"?: components["schemas"]["AnswerRuleFeature"];
            "forward-no-answer"?: components["schemas"]["AnswerRuleFeature"];
            "forward-when-unregistered"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-dnd"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-spam-call"?: components["schemas"]["AnswerRuleFeature"];
            "phone-numbers-to-allow"?: components["schemas"]["AnswerRuleNumbers"];
            "phone-numbers-to-reject"?: components["schemas"]["AnswerRuleNumbers"];
            /** @enum {string} */
            "new-position"?: "top" | "bottom";
        };
        AnswerRulePlace: {
            "time-frame": string;
        };
        AnswerRuleChange: {
            enabled: components["schemas"]["YesNo"];
            "simultaneous-ring"?: components["schemas"]["AnswerRuleFeature"];
            "do-not-disturb"?: components["schemas"]["AnswerRuleSwitch"];
            "call-screening"?: components["schemas"]["AnswerRuleSwitch"];
            "forward-always"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-active"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-busy"?: components["schemas"]["AnswerRuleFeature"];
            "forward-no-answer"?: components["schemas"]["AnswerRuleFeature"];
            "forward-when-unregistered"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-dnd"?: components["schemas"]["AnswerRuleFeature"];
            "forward-on-spam-call"?: components["schemas"]["AnswerRuleFeature"];
            "phone-numbers-to-allow"?: components["schemas"]["AnswerRuleNumbers"];
            "phone-numbers-to-reject"?: components["schemas"]["AnswerRuleNumbers"];
            /** @enum {string} */
            "new-position"?: "top" | "bottom";
        };
        Address: {
            /** @description Begins with `a-`. */
            "emergency-address-id": string;
            domain: string;
            user: string;
            "address-name": string;
            "caller-name": string;
            "address-line-1": string;
            "address-line-2"?: string | null;
            "address-city": string;
            "address-state-province-abbreviation": string;
            "address-postal-code": string;
            "address-country-abbreviation": string;
            "address-location-description"?: string | null;
            "address-formatted-pidflo": string;
            carrier?: string | null;
            "ip-address-public"?: string | null;
            "address-formatted-pretty"?: string | null;
            "address-is-default-for-site"?: boolean | null;
            "count-users-configured"?: number | null;
        };
        NewAddress: {
            /** @description Begins with `a-`. */
            "emergency-address-id": string;
            "address-name": string;
            "caller-name": string;
            "address-line-1": string;
            "address-line-2"?: string | null;
            "address-city": string;
            "address-state-province-abbreviation": string;
            "address-postal-code": string;
            "address-country-abbreviation": string;
            "address-location-description"?: string | null;
            "address-formatted-pidflo": string;
            carrier?: string | null;
            "ip-address-public"?: string | null;
        };
        CreatedAddress: {
            address_id: string;
            domain: string;
            user: string;
            address_name: string;
            callid_nmbr: string;
            address_line_1: string;
            address_line_2: string;
            city: string;
            state_code: string;
            zip: string;
            country_code: string;
            location: string;
            carrier: string;
            public_ip: string;
            "address-formatted-pidflo": Record<string, never>;
        };
        AddressToValidate: {
            /** @description Begins with `a-`. */
            "emergency-address-id"?: string;
            "address-name": string;
            "caller-name": string;
            "address-line-1": string;
            "address-line-2"?: string;
            "address-city": string;
            "address-state-province-abbreviation": string;
            "address-postal-code": string;
            "address-country-abbreviation": string;
            "address-location-description": string;
        };
        ValidatedAddress: {
            /** @description Begins with `a-`. */
            "emergency-address-id": string;
            domain: string;
            "address-name": string;
            "caller-name": string;
            "address-line-1": string;
            "address-line-2": string;
            "address-city": string;
            "address-state-province-abbreviation": string;
            "address-postal-code": string;
            "address-country-abbreviation": string;
            "address-formatted-pidflo": Record<string, never>;
            carrier: string;
        };
        AddressChange: {
            "address-name": string;
            "caller-name": string;
            "address-line-1": string;
            "address-line-2"?: string | null;
            "address-city": string;
            "address-state-province-abbreviation": string;
            "address-postal-code": string;
            "address-country-abbreviation": string;
            "address-location-description"?: string | null;
            "address-formatted-pidflo": string;
            carrier?: string | null;
            "ip-address-public"?: string | null;
        };
        NewAddressEndpoint: {
            "address-name": string;
            "caller-name": string;
            "address-line-1"?: string;
            "address-line-2"?: string | null;
            "address-city"?: string;
            "address-state-province-abbreviation"?: string;
            "address-postal-code"?: string;
            "address-country-abbreviation"?: string;
            "address-location-description"?: string | null;
            "address-formatted-pidflo"?: Record<string, never> | null;
            carrier?: string | null;
            "location-id"?: string | null;
            "address-callback-number"?: string | number;
        };
        AddressEndpointChange: {
            "address-name": string;
            "caller-name": string;
            "address-line-1"?: string;
            "address-line-2"?: string | null;
            "address-city"?: string;
            "address-state-province-abbreviation"?: string;
            "address-postal-code"?: string;
            "address-country-abbreviation"?: string;
            "address-location-description"?: string | null;
            "address-formatted-pidflo"?: Record<string, never> | null;
            carrier?: string | null;
            "location-id"?: string | null;
        };
        AddressEndpointToDelete: {
            carrier: string;
        };
        Site: {
            site: string;
            "login-username"?: string;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
            "active-calls-total-current"?: components["schemas"]["Number"];
            "created-datetime"?: components["schemas"]["Moment"];
            "last-modified-datetime"?: components["schemas"]["Moment"];
        };
        NewSite: {
            site: string;
            synchronous?: components["schemas"]["Synchronous"];
            "login-username"?: string;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
        };
        SiteChange: {
            synchronous?: components["schemas"]["Synchronous"];
            "login-username"?: string;
            "time-zone"?: string;
            "language-token"?: string;
            "area-code"?: components["schemas"]["AreaCode"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "caller-id-name"?: string | null;
            "caller-id-number"?: components["schemas"]["CallerNumber"];
            "caller-id-number-emergency"?: components["schemas"]["CallerNumber"];
            "emergency-address-id"?: string | null;
            "voicemail-enabled"?: components["schemas"]["YesNo"];
            "call-screening-enabled"?: components["schemas"]["YesNo"];
            "reject-anonymous-calls-enabled"?: components["schemas"]["YesNo"];
            "directory-name-visible-in-list-enabled"?: components["schemas"]["YesNo"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "limits-max-data-storage-kilobytes"?: components["schemas"]["Number"];
            "recording-configuration"?: components["schemas"]["RecordingConfiguration"];
        };
        Connection: {
            /** @description Which calls come from it. */
            "connection-orig-match-pattern": string;
            domain: string;
            description?: string;
            /** @description Which calls go to it. */
            "connection-term-match-pattern"?: string;
            "connection-address"?: string;
            "connection-orig-enabled"?: components["schemas"]["YesNo"];
            "connection-term-enabled"?: components["schemas"]["YesNo"];
            /** @description `UDP`, `TCP` or `TLS`. */
            "connection-sip-transport-protocol"?: string;
            "connection-sip-registration-username"?: string;
            /** @description Readable. */
            "connection-sip-registration-password"?: string;
            "connection-sip-registration-realm"?: string;
            "connection-require-sip-authentication-enabled"?: components["schemas"]["YesNo"];
            "connection-sip-authenticate-as-client-enabled"?: components["schemas"]["YesNo"];
            "connection-source-ip-checking-enabled"?: components["schemas"]["YesNo"];
            "connection-require-encrypted-audio-enabled"?: string;
            "connection-audio-relay-enabled"?: string;
            "connection-is-carrier-trunk"?: components["schemas"]["YesNo"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "limits-max-active-calls-orig"?: components["schemas"]["Number"];
            "limits-max-active-calls-term"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "time-zone"?: string;
            "active-calls-orig-current"?: components["schemas"]["Number"];
            "active-calls-term-current"?: components["schemas"]["Number"];
            "connection-sip-registration-datetime"?: string;
            "last-modified-datetime"?: string;
        };
        NewConnection: {
            /** @description Which calls come from it. */
            "connection-orig-match-pattern": string;
            domain: string;
            description?: string;
            /** @description Which calls go to it. */
            "connection-term-match-pattern"?: string;
            "connection-address"?: string;
            "connection-orig-enabled"?: components["schemas"]["YesNo"];
            "connection-term-enabled"?: components["schemas"]["YesNo"];
            /** @description `UDP`, `TCP` or `TLS`. */
            "connection-sip-transport-protocol"?: string;
            "connection-sip-registration-username"?: string;
            /** @description Readable. */
            "connection-sip-registration-password"?: string;
            "connection-sip-registration-realm"?: string;
            "connection-require-sip-authentication-enabled"?: components["schemas"]["YesNo"];
            "connection-sip-authenticate-as-client-enabled"?: components["schemas"]["YesNo"];
            "connection-source-ip-checking-enabled"?: components["schemas"]["YesNo"];
            "connection-require-encrypted-audio-enabled"?: string;
            "connection-audio-relay-enabled"?: string;
            "connection-is-carrier-trunk"?: components["schemas"]["YesNo"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "limits-max-active-calls-orig"?: components["schemas"]["Number"];
            "limits-max-active-calls-term"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "time-zone"?: string;
        };
        ConnectionChange: {
            description?: string;
            /** @description Which calls go to it. */
            "connection-term-match-pattern"?: string;
            "connection-address"?: string;
            "connection-orig-enabled"?: components["schemas"]["YesNo"];
            "connection-term-enabled"?: components["schemas"]["YesNo"];
            /** @description `UDP`, `TCP` or `TLS`. */
            "connection-sip-transport-protocol"?: string;
            "connection-sip-registration-username"?: string;
            /** @description Readable. */
            "connection-sip-registration-password"?: string;
            "connection-sip-registration-realm"?: string;
            "connection-require-sip-authentication-enabled"?: components["schemas"]["YesNo"];
            "connection-sip-authenticate-as-client-enabled"?: components["schemas"]["YesNo"];
            "connection-source-ip-checking-enabled"?: components["schemas"]["YesNo"];
            "connection-require-encrypted-audio-enabled"?: string;
            "connection-audio-relay-enabled"?: string;
            "connection-is-carrier-trunk"?: components["schemas"]["YesNo"];
            "dial-plan"?: string;
            "dial-policy"?: string;
            "limits-max-active-calls-orig"?: components["schemas"]["Number"];
            "limits-max-active-calls-term"?: components["schemas"]["Number"];
            "limits-max-active-calls-total"?: components["schemas"]["Number"];
            "time-zone"?: string;
        };
    };
    responses: {
        /** @description The request is malformed. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 400,
                 *       "message": "Bad Request"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Either the token is missing, unknown or past its time, or it is good and its scope too low. Only the text tells which: `The access token provided has expired` calls for a new token, `Invalid Scope [APP001]` is final. */
        Denied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Not allowed. An HTML body comes from a network guard in front of the platform, not from the platform. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 403,
                 *       "message": "Domain not found or access denied"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description The thing does not exist, or this release does not have the path (`No Route Found [92]`). HTML comes from a host that is no API host. */
        Absent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description Something like it exists already. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 409,
                 *       "message": "UID already exists."
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The platform, or something in front of it, failed. */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 500,
                 *       "message": "Internal Server Error"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description A token, or one of the answers that look like one. */
        TokenAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenAnswer"];
            };
        };
        /** @description Wrong client or wrong log-in. The published documents show `code` and `message`; which status and text belong to which mistake is not published, and clients read `error_description`, then `error`, then `message`. */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
        /** @description Taken over; the change shows a moment later. */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 202,
                 *       "message": "Accepted"
                 *     }
                 */
                "application/json": components["schemas"]["Accepted"];
            };
        };
        /** @description Keys, without their secrets. */
        ApiKeys: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "key-id": "nsd_0a1b2c3d",
                 *         "description": "Messaging of Acme",
                 *         "reseller": "northwind",
                 *         "domain": "acme.example",
                 *         "user-scope": "Office Manager",
                 *         "ip-address": "192.0.2.10,198.51.100.0/24",
                 *         "readonly": "no",
                 *         "can-create-keys": "no",
                 *         "allowed-models": "message,messagesession",
                 *         "created-datetime": "2026-01-31T10:00:00+00:00",
                 *         "lastused-datetime": null
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ApiKey"][];
            };
        };
        /** @description Taken over; the change shows a moment later. */
        AcceptedAsGuided: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 202,
                 *       "message": "Accepted"
                 *     }
                 */
                "application/json": components["schemas"]["AcceptedAsGuided"];
            };
        };
        /** @description How many. */
        Counted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "total": 3
                 *     }
                 */
                "application/json": components["schemas"]["Count"];
            };
        };
        /** @description The domain. */
        Domain: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "domain": "acme.example",
                 *       "reseller": "northwind",
                 *       "description": "Acme",
                 *       "domain-type": "Standard",
                 *       "dial-plan": "acme.example",
                 *       "dial-policy": "US and Canada",
                 *       "area-code": 555,
                 *       "caller-id-name": "Acme",
                 *       "caller-id-number": 15551230100,
                 *       "time-zone": "US/Pacific",
                 *       "language-token": "en_US",
                 *       "is-domain-locked": "no",
                 *       "limits-max-users": 0
                 *     }
                 */
                "application/json": components["schemas"]["Domain"];
            };
        };
        /** @description The user. */
        User: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "user": "100",
                 *       "domain": "acme.example",
                 *       "name-first-name": "Ada",
                 *       "name-last-name": "Example",
                 *       "email-address": "ada@acme.example",
                 *       "user-scope": "Basic User",
                 *       "login-username": "100@acme.example",
                 *       "department": "Sales",
                 *       "site": "Main",
                 *       "time-zone": "US/Pacific",
                 *       "dial-plan": "acme.example",
                 *       "dial-policy": "US and Canada",
                 *       "caller-id-number": "15551230100",
                 *       "account-status": "standard"
                 *     }
                 */
                "application/json": components["schemas"]["User"];
            };
        };
        /** @description Devices. A list may leave out the password, which reading one device shows. */
        Devices: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "device": "100m",
                 *         "user": "100",
                 *         "domain": "acme.example",
                 *         "device-sip-registration-uri": "sip:100m@acme.example",
                 *         "device-sip-registration-password": "invented-sip-secret",
                 *         "device-sip-registration-state": "unregistered",
                 *         "device-sip-registration-core-server": "core1.example.net",
                 *         "device-sip-registration-user-agent": "",
                 *         "device-sip-registration-datetime": null,
                 *         "device-sip-registration-expires-datetime": null,
                 *         "device-sip-registration-expiry-seconds": 60,
                 *         "device-push-enabled": "yes",
                 *         "device-srtp-enabled": "no",
                 *         "device-sip-nat-traversal-enabled": "automatic",
                 *         "login-username": "100@acme.example",
                 *         "name-full-name": "Ada Example"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Device"][];
            };
        };
        /** @description The device. */
        Device: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "device": "100m",
                 *       "user": "100",
                 *       "domain": "acme.example",
                 *       "device-sip-registration-uri": "sip:100m@acme.example",
                 *       "device-sip-registration-password": "invented-sip-secret",
                 *       "device-sip-registration-state": "unregistered",
                 *       "device-sip-registration-core-server": "core1.example.net",
                 *       "device-sip-registration-user-agent": "",
                 *       "device-sip-registration-datetime": null,
                 *       "device-sip-registration-expires-datetime": null,
                 *       "device-sip-registration-expiry-seconds": 60,
                 *       "device-push-enabled": "yes",
                 *       "device-srtp-enabled": "no",
                 *       "device-sip-nat-traversal-enabled": "automatic",
                 *       "login-username": "100@acme.example",
                 *       "name-full-name": "Ada Example"
                 *     }
                 */
                "application/json": components["schemas"]["Device"];
            };
        };
        /** @description Phones. */
        Phones: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Phone"][];
            };
        };
        /** @description The phone. */
        Phone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Phone"];
            };
        };
        /** @description Numbers. Those of one domain may come without `domain`. */
        PhoneNumbers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "phonenumber": "15551230100",
                 *         "enabled": "yes",
                 *         "domain": "acme.example",
                 *         "dial-rule-application": "to-user",
                 *         "dial-rule-translation-destination-user": "100",
                 *         "dial-rule-translation-destination-host": "acme.example",
                 *         "dial-rule-description": "Ada"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["PhoneNumber"][];
            };
        };
        /** @description The platform has the number already. */
        PhoneNumberTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 409,
                 *       "message": "Phone number already exists"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Message numbers. */
        SmsNumbers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "number": "15551230100",
                 *         "application": "user",
                 *         "dest": "100",
                 *         "domain": "acme.example",
                 *         "carrier": "example",
                 *         "mms-capable": true,
                 *         "group-mms-capable": false
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["SmsNumber"][];
            };
        };
        /** @description One page. */
        Subscriptions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                 *         "model": "message",
                 *         "post-url": "https://messaging.example.net/netsapiens/callbacks/NSACME/message?password=invented",
                 *         "subscription-geo-support": "yes",
                 *         "user-scope": "Office Manager",
                 *         "reseller": "northwind",
                 *         "domain": "acme.example",
                 *         "user": "*",
                 *         "preferred-server": "portal.example.net",
                 *         "current-active-server": "core1.example.net",
                 *         "status": "active",
                 *         "error-count": 0,
                 *         "posts-count": 12,
                 *         "subscription-creation-datetime": "2026-01-31 10:00:00",
                 *         "subscription-expires-datetime": "2046-01-31 10:00:00"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Subscription"][];
            };
        };
        /** @description The subscription. A new one is `pending` and has no active server. */
        Subscription: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                 *       "model": "message",
                 *       "post-url": "https://messaging.example.net/netsapiens/callbacks/NSACME/message?password=invented",
                 *       "subscription-geo-support": "yes",
                 *       "user-scope": "Office Manager",
                 *       "reseller": "northwind",
                 *       "domain": "acme.example",
                 *       "user": "*",
                 *       "preferred-server": "portal.example.net",
                 *       "current-active-server": "",
                 *       "status": "pending",
                 *       "error-count": 0,
                 *       "posts-count": 0,
                 *       "subscription-creation-datetime": "2026-01-31 10:00:00",
                 *       "subscription-expires-datetime": "2046-01-31 10:00:00"
                 *     }
                 */
                "application/json": components["schemas"]["Subscription"];
            };
        };
        /** @description The same id or the same set of parameters exists. This answer carries no `code`. */
        SubscriptionConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Subscription ID already Exists or matching set of parameters already exists"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionConflict"];
            };
        };
        /** @description Conversations. */
        MessageSessions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "user": "100",
                 *         "domain": "acme.example",
                 *         "messagesession-id": "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b",
                 *         "messagesession-type": "sms",
                 *         "messagesession-name": null,
                 *         "messagesession-participants": "100@acme.example,15551230999",
                 *         "messagesession-remote": "15551230999",
                 *         "messagesession-sms-number": "15551230100",
                 *         "messagesession-muted": "no",
                 *         "messagesession-start-datetime": "2026-01-31 10:00:00",
                 *         "messagesession-last-datetime": "2026-01-31 10:05:00",
                 *         "messagesession-last-message": "See you at noon",
                 *         "messagesession-last-sender": "15551230999",
                 *         "messagesession-last-status": "unread",
                 *         "messagesession-last-type": "sms",
                 *         "messagesession-last-media-type": null,
                 *         "messagesession-last-media-size": null,
                 *         "messagesession-last-email-reminder-datetime": null,
                 *         "messagesession-agent-start-datetime": null,
                 *         "messagesession-queue-session-id": null,
                 *         "messagesession-queue-status": null,
                 *         "messagesession-queue-termination": null,
                 *         "messagesession-reciever-hostname": "core1.example.net"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["MessageSession"][];
            };
        };
        /** @description Contacts. */
        Contacts: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "unique-id": "0a1b2c3d4e5f",
                 *         "name-first-name": "Grace",
                 *         "name-middle-name": "",
                 *         "name-last-name": "Sample",
                 *         "email": "grace@globex.example",
                 *         "company": "Globex",
                 *         "phonenumber-work": "15551230999",
                 *         "phonenumber-cell": "",
                 *         "phonenumber-fax": "",
                 *         "phonenumber-home": "",
                 *         "tags": "",
                 *         "created-datetime": "2026-01-31 10:00:00"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Contact"][];
            };
        };
        /** @description Written, at once. The published documents leave the body open. */
        WrittenContact: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "unique-id": "0a1b2c3d4e5f",
                 *       "name-first-name": "Grace",
                 *       "name-middle-name": "",
                 *       "name-last-name": "Sample",
                 *       "email": "grace@globex.example",
                 *       "company": "Globex",
                 *       "phonenumber-work": "15551230999",
                 *       "phonenumber-cell": "",
                 *       "phonenumber-fax": "",
                 *       "phonenumber-home": "",
                 *       "tags": "",
                 *       "created-datetime": "2026-01-31 10:00:00"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        /** @description One page. */
        Cdrs: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "id": "20260131100000000001",
                 *         "domain": "acme.example",
                 *         "reseller": "northwind",
                 *         "call-direction": 1,
                 *         "call-start-datetime": "2026-01-31T10:00:00+00:00",
                 *         "call-answer-datetime": "2026-01-31T10:00:05+00:00",
                 *         "call-disconnect-datetime": "2026-01-31T10:02:05+00:00",
                 *         "call-disconnect-reason-text": "Orig Bye",
                 *         "call-talking-duration-seconds": 120,
                 *         "call-on-hold-duration-seconds": 0,
                 *         "call-total-duration-seconds": 125,
                 *         "call-orig-call-id": "invented-call-1",
                 *         "call-orig-caller-id": 15551230999,
                 *         "call-orig-domain": "",
                 *         "call-orig-from-name": "Grace Sample",
                 *         "call-orig-from-uri": "sip:15551230999@carrier.example",
                 *         "call-orig-user": null,
                 *         "call-term-call-id": "invented-call-2",
                 *         "call-term-domain": "acme.example",
                 *         "call-term-to-uri": "sip:100@acme.example",
                 *         "call-term-user": "100",
                 *         "call-through-action": "",
                 *         "call-through-user": null,
                 *         "call-tag": "",
                 *         "core-server": "core1.example.net",
                 *         "hide-from-results": 0,
                 *         "is-trace-expected": true
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Cdr"][];
            };
        };
        /** @description How many, and how long together. */
        CountedCalls: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "total": 3,
                 *       "minutes": 6,
                 *       "seconds": 375
                 *     }
                 */
                "application/json": components["schemas"]["CallCount"];
            };
        };
        /** @description Answer rules. */
        AnswerRules: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "domain": "acme.example",
                 *         "user": "100",
                 *         "time-frame": "*",
                 *         "order": 99,
                 *         "enabled": "yes",
                 *         "is-active": true,
                 *         "simultaneous-ring": {
                 *           "enabled": "yes",
                 *           "parameters": [
                 *             "<OwnDevices>"
                 *           ]
                 *         },
                 *         "forward-no-answer": {
                 *           "enabled": "yes",
                 *           "parameters": [
                 *             "vmail_100"
                 *           ]
                 *         },
                 *         "do-not-disturb": {
                 *           "enabled": "no"
                 *         }
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["AnswerRule"][];
            };
        };
        /** @description Addresses. */
        Addresses: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "emergency-address-id": "a-0a1b2c3d",
                 *         "address-name": "Office",
                 *         "caller-name": "Acme",
                 *         "address-line-1": "1 Example Street",
                 *         "address-line-2": null,
                 *         "address-city": "Example City",
                 *         "address-state-province-abbreviation": "CA",
                 *         "address-postal-code": "90001",
                 *         "address-country-abbreviation": "US",
                 *         "address-formatted-pidflo": "",
                 *         "domain": "acme.example",
                 *         "user": "domain",
                 *         "carrier": "example",
                 *         "ip-address-public": null
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Address"][];
            };
        };
        /** @description The address, at once, and with the member names of v1. */
        CreatedAddress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "address_id": "a-0a1b2c3d",
                 *       "domain": "acme.example",
                 *       "user": "domain",
                 *       "address_name": "Office",
                 *       "callid_nmbr": "15551230100",
                 *       "address_line_1": "1 Example Street",
                 *       "address_line_2": "",
                 *       "city": "Example City",
                 *       "state_code": "CA",
                 *       "zip": "90001",
                 *       "country_code": "US",
                 *       "location": "",
                 *       "carrier": "example",
                 *       "public_ip": "",
                 *       "address-formatted-pidflo": {}
                 *     }
                 */
                "application/json": components["schemas"]["CreatedAddress"];
            };
        };
        /** @description The id is taken. */
        AddressConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 409,
                 *       "message": "Conflicting address_id"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Sites. */
        Sites: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "site": "Main",
                 *         "time-zone": "US/Pacific",
                 *         "dial-plan": "acme.example",
                 *         "dial-policy": "US and Canada",
                 *         "caller-id-name": "Acme",
                 *         "caller-id-number": "15551230100",
                 *         "voicemail-enabled": "yes"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Site"][];
            };
        };
        /** @description Trunks. */
        Connections: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "connection-orig-match-pattern": "*@192.0.2.10",
                 *         "domain": "acme.example",
                 *         "description": "Carrier",
                 *         "connection-term-match-pattern": "sip:*@carrier.example",
                 *         "connection-address": "192.0.2.10",
                 *         "connection-orig-enabled": "yes",
                 *         "connection-term-enabled": "yes",
                 *         "connection-sip-transport-protocol": "UDP",
                 *         "connection-sip-registration-username": "acme",
                 *         "connection-sip-registration-password": "invented-trunk-secret",
                 *         "connection-sip-registration-realm": "carrier.example",
                 *         "connection-require-sip-authentication-enabled": "no",
                 *         "connection-require-encrypted-audio-enabled": "no",
                 *         "dial-plan": "acme.example",
                 *         "dial-policy": "US and Canada",
                 *         "limits-max-active-calls-total": 10
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Connection"][];
            };
        };
    };
    parameters: {
        /** @example password */
        GrantType: string;
        /** @example acrobits-softphone */
        ClientId: string;
        /** @example invented-client-secret */
        ClientSecret: string;
        /** @example integration-office-manager@acme.example */
        Username: string;
        /** @example invented-password */
        Password: string;
        /** @example ffeeddccbbaa99887766554433221100 */
        RefreshToken: string;
        /**
         * @description The first twelve characters of the key.
         * @example nsd_0a1b2c3d
         */
        KeyId: string;
        /** @example northwind */
        Reseller: string;
        /** @description How many rows to skip. */
        Start: number;
        /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
        Limit: number;
        /**
         * @description Name of the domain; `~` stands for the caller's own.
         * @example acme.example
         */
        Domain: string;
        /**
         * @description Extension of the user; `~` stands for the caller.
         * @example 100
         */
        User: string;
        /**
         * @description The left part of its SIP address.
         * @example 100m
         */
        Device: string;
        /**
         * @description Twelve hexadecimal digits without separators.
         * @example 0004f2aabbcc
         */
        Mac: string;
        /**
         * @description Country code and number, digits only.
         * @example 15551230100
         */
        PhoneNumber: string;
        /**
         * @description Whom the messages go to; `*` for all. A live core answered 400 when this and `number` were missing.
         * @example *
         */
        SmsDestination: string;
        /** @example 15551230100 */
        SmsNumberFilter: string;
        /**
         * @description Country code and number, digits only.
         * @example 15551230100
         */
        SmsNumber: string;
        /** @description How many rows to skip. */
        UnpublishedStart: number;
        /** @description How many rows at most. */
        UnpublishedLimit: number;
        /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
        SubscriptionId: string;
        /**
         * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
         * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
         */
        MessageSessionId: string;
        /**
         * @description Its `unique-id`.
         * @example 0a1b2c3d4e5f
         */
        ContactId: string;
        /**
         * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
         * @example 2026-01-31T00:00:00Z
         */
        From: string;
        /**
         * @description As `datetime-start`.
         * @example 2026-01-31T23:59:59Z
         */
        To: string;
        /**
         * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
         * @example Inbound
         */
        CdrType: string;
        /** @example a-0a1b2c3d */
        AddressId: string;
    };
    requestBodies: {
        Phone: {
            content: {
                /**
                 * @example {
                 *       "mac": "0004f2aabbcc",
                 *       "model": "Example 400",
                 *       "domain": "acme.example",
                 *       "device1": "100"
                 *     }
                 */
                "application/json": components["schemas"]["NewPhone"];
            };
        };
        PhoneToDelete: {
            content: {
                /**
                 * @example {
                 *       "mac": "0004f2aabbcc"
                 *     }
                 */
                "application/json": components["schemas"]["PhoneToDelete"];
            };
        };
        NewSubscription: {
            content: {
                /**
                 * @example {
                 *       "model": "message",
                 *       "post-url": "https://messaging.example.net/netsapiens/callbacks/NSACME/message?password=invented",
                 *       "subscription-geo-support": "yes",
                 *       "reseller": "northwind",
                 *       "domain": "acme.example",
                 *       "user": "*",
                 *       "user-scope": "Office Manager",
                 *       "preferred-server": "portal.example.net",
                 *       "subscription-expires-datetime": "2046-01-31 10:00:00"
                 *     }
                 */
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        SubscriptionChange: {
            content: {
                /**
                 * @example {
                 *       "post-url": "https://hooks.example.net/events",
                 *       "preferred-server": "core1.example.net"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionChange"];
            };
        };
        NewAddress: {
            content: {
                /**
                 * @example {
                 *       "emergency-address-id": "a-0a1b2c3d",
                 *       "address-name": "Office",
                 *       "caller-name": "Acme",
                 *       "address-line-1": "1 Example Street",
                 *       "address-line-2": null,
                 *       "address-city": "Example City",
                 *       "address-state-province-abbreviation": "CA",
                 *       "address-postal-code": "90001",
                 *       "address-country-abbreviation": "US",
                 *       "address-formatted-pidflo": ""
                 *     }
                 */
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        AddressChange: {
            content: {
                /**
                 * @example {
                 *       "address-name": "Office",
                 *       "caller-name": "Acme",
                 *       "address-line-1": "1 Example Street",
                 *       "address-line-2": null,
                 *       "address-city": "Example City",
                 *       "address-state-province-abbreviation": "CA",
                 *       "address-postal-code": "90001",
                 *       "address-country-abbreviation": "US",
                 *       "address-formatted-pidflo": ""
                 *     }
                 */
                "application/json": components["schemas"]["AddressChange"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiversion": "44.4.10",
                     *       "hostname": "core1.example.net",
                     *       "current-time": "2026-01-31 10:00:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createToken: {
        parameters: {
            query?: {
                /** @example password */
                grant_type?: components["parameters"]["GrantType"];
                /** @example acrobits-softphone */
                client_id?: components["parameters"]["ClientId"];
                /** @example invented-client-secret */
                client_secret?: components["parameters"]["ClientSecret"];
                /** @example integration-office-manager@acme.example */
                username?: components["parameters"]["Username"];
                /** @example invented-password */
                password?: components["parameters"]["Password"];
                /** @example ffeeddccbbaa99887766554433221100 */
                refresh_token?: components["parameters"]["RefreshToken"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            200: components["responses"]["TokenAnswer"];
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["TokenRefused"];
            404: components["responses"]["TokenRefused"];
            409: components["responses"]["TokenRefused"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getTokenV1: {
        parameters: {
            query?: {
                /** @example password */
                grant_type?: components["parameters"]["GrantType"];
                /** @example acrobits-softphone */
                client_id?: components["parameters"]["ClientId"];
                /** @example invented-client-secret */
                client_secret?: components["parameters"]["ClientSecret"];
                /** @example integration-office-manager@acme.example */
                username?: components["parameters"]["Username"];
                /** @example invented-password */
                password?: components["parameters"]["Password"];
                /** @example ffeeddccbbaa99887766554433221100 */
                refresh_token?: components["parameters"]["RefreshToken"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TokenAnswer"];
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["TokenRefused"];
            404: components["responses"]["TokenRefused"];
            409: components["responses"]["TokenRefused"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createTokenV1: {
        parameters: {
            query?: {
                /** @example password */
                grant_type?: components["parameters"]["GrantType"];
                /** @example acrobits-softphone */
                client_id?: components["parameters"]["ClientId"];
                /** @example invented-client-secret */
                client_secret?: components["parameters"]["ClientSecret"];
                /** @example integration-office-manager@acme.example */
                username?: components["parameters"]["Username"];
                /** @example invented-password */
                password?: components["parameters"]["Password"];
                /** @example ffeeddccbbaa99887766554433221100 */
                refresh_token?: components["parameters"]["RefreshToken"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "password",
                 *       "client_id": "acrobits-softphone",
                 *       "client_secret": "invented-client-secret",
                 *       "username": "integration-office-manager@acme.example",
                 *       "password": "invented-password"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequestV1"];
            };
        };
        responses: {
            200: components["responses"]["TokenAnswer"];
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["TokenRefused"];
            404: components["responses"]["TokenRefused"];
            409: components["responses"]["TokenRefused"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getJwt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "aud": "ns",
                     *       "iss": "core1.example.net",
                     *       "sub": "100@acme.example",
                     *       "jti": "00112233445566778899aabbccddeeff",
                     *       "iat": 1769853600,
                     *       "exp": 1769940000,
                     *       "time_out": 86400000,
                     *       "domain": "acme.example",
                     *       "territory": "northwind",
                     *       "user": "100",
                     *       "user_email": "ada@acme.example",
                     *       "user_scope": "Basic User",
                     *       "displayName": "Ada Example",
                     *       "apiversion": "Version: 44.4.10"
                     *     }
                     */
                    "application/json": components["schemas"]["JwtClaims"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createJwt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JwtRequest"];
            };
        };
        responses: {
            /** @description A token and what renews it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "invented.access.token",
                     *       "refresh": "invented.refresh.token"
                     *     }
                     */
                    "application/json": components["schemas"]["Jwt"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    revokeJwt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    revokeJwtOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `jti` of one JWT, or `uid` of a user (`100@acme.example`), which revokes all of that user's.
                 * @example 100@acme.example
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeys"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Messaging of Acme",
                 *       "reseller": "northwind",
                 *       "domain": "acme.example",
                 *       "user-scope": "Office Manager",
                 *       "allowed-models": "message,messagesession"
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key, and for this once the secret itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key-id": "nsd_0a1b2c3d",
                     *       "description": "Messaging of Acme",
                     *       "reseller": "northwind",
                     *       "domain": "acme.example",
                     *       "user-scope": "Office Manager",
                     *       "ip-address": "192.0.2.10,198.51.100.0/24",
                     *       "readonly": "no",
                     *       "can-create-keys": "no",
                     *       "allowed-models": "message,messagesession",
                     *       "created-datetime": "2026-01-31T10:00:00+00:00",
                     *       "lastused-datetime": null,
                     *       "key": "nsd_0a1b2c3d-invented-and-shown-once"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            /** @description Not with this key. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 403,
                     *       "message": "API key creation only allowed using an API key with permission to create new API keys"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getMyApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key-id": "nsd_0a1b2c3d",
                     *       "description": "Messaging of Acme",
                     *       "reseller": "northwind",
                     *       "domain": "acme.example",
                     *       "user-scope": "Office Manager",
                     *       "ip-address": "192.0.2.10,198.51.100.0/24",
                     *       "readonly": "no",
                     *       "can-create-keys": "no",
                     *       "allowed-models": "message,messagesession",
                     *       "created-datetime": "2026-01-31T10:00:00+00:00",
                     *       "lastused-datetime": null
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The first twelve characters of the key.
                 * @example nsd_0a1b2c3d
                 */
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeys"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The first twelve characters of the key.
                 * @example nsd_0a1b2c3d
                 */
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Messaging of Acme",
                 *       "ip-address": "192.0.2.10"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The first twelve characters of the key.
                 * @example nsd_0a1b2c3d
                 */
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listResellers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "reseller": "northwind",
                     *         "description": "Northwind Telephony",
                     *         "domains-total": 2,
                     *         "users-total": 8,
                     *         "email-send-smtp-hostname": "smtp.northwind.example",
                     *         "email-send-smtp-port": 587,
                     *         "email-send-smtp-username": "northwind",
                     *         "active-calls-against-license-count": 0,
                     *         "active-calls-offnet-current": 0
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Reseller"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createReseller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reseller": "northwind",
                 *       "description": "Northwind Telephony"
                 *     }
                 */
                "application/json": components["schemas"]["NewReseller"];
            };
        };
        responses: {
            202: components["responses"]["AcceptedAsGuided"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            /** @description The name is taken. The spelling is the platform's. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 409,
                     *       "message": "Reseller with name already exits"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            "5XX": components["responses"]["Broken"];
        };
    };
    countResellers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getReseller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reseller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reseller": "northwind",
                     *       "description": "Northwind Telephony",
                     *       "domains-total": 2,
                     *       "users-total": 8,
                     *       "email-send-smtp-hostname": "smtp.northwind.example",
                     *       "email-send-smtp-port": 587,
                     *       "email-send-smtp-username": "northwind",
                     *       "active-calls-against-license-count": 0,
                     *       "active-calls-offnet-current": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Reseller"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateReseller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Northwind"
                 *     }
                 */
                "application/json": components["schemas"]["ResellerChange"];
            };
        };
        responses: {
            202: components["responses"]["AcceptedAsGuided"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteReseller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["AcceptedAsGuided"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            /** @description It has domains. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 409,
                     *       "message": "Cannot delete reseller with domains assigned"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            "5XX": components["responses"]["Broken"];
        };
    };
    countReseller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example northwind */
                reseller: components["parameters"]["Reseller"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomains: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. There is neither a next link nor a total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "domain": "acme.example",
                     *         "reseller": "northwind",
                     *         "description": "Acme",
                     *         "domain-type": "Standard",
                     *         "dial-plan": "acme.example",
                     *         "dial-policy": "US and Canada",
                     *         "area-code": 555,
                     *         "caller-id-name": "Acme",
                     *         "caller-id-number": 15551230100,
                     *         "time-zone": "US/Pacific",
                     *         "language-token": "en_US",
                     *         "is-domain-locked": "no",
                     *         "limits-max-users": 0
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Domain"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "synchronous": "yes",
                 *       "domain": "acme.example",
                 *       "reseller": "~",
                 *       "description": "Acme",
                 *       "dial-policy": "US and Canada"
                 *     }
                 */
                "application/json": components["schemas"]["NewDomain"];
            };
        };
        responses: {
            200: components["responses"]["Domain"];
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getMyDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Domain"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Domain"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Acme Corporation",
                 *       "limits-max-users": 50
                 *     }
                 */
                "application/json": components["schemas"]["DomainChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does, and the total is 1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            /** @description It does not. This answer has a shape of its own. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Domain nowhere.example does not exist"
                     *     }
                     */
                    "application/json": components["schemas"]["NoSuchDomain"] | components["schemas"]["ErrorResponse"];
                };
            };
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
                /** @description Only users of this site. */
                site?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. A Basic User sees only itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "user": "100",
                     *         "domain": "acme.example",
                     *         "name-first-name": "Ada",
                     *         "name-last-name": "Example",
                     *         "email-address": "ada@acme.example",
                     *         "user-scope": "Basic User",
                     *         "login-username": "100@acme.example",
                     *         "department": "Sales",
                     *         "site": "Main",
                     *         "time-zone": "US/Pacific",
                     *         "dial-plan": "acme.example",
                     *         "dial-policy": "US and Canada",
                     *         "caller-id-number": "15551230100",
                     *         "account-status": "standard"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["User"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "synchronous": "yes",
                 *       "user": "100",
                 *       "name-first-name": "Ada",
                 *       "name-last-name": "Example",
                 *       "email-address": "ada@acme.example",
                 *       "user-scope": "Basic User"
                 *     }
                 */
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            200: components["responses"]["User"];
            202: components["responses"]["AcceptedAsGuided"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listUserNames: {
        parameters: {
            query?: {
                /**
                 * @description CSV of the members wanted.
                 * @example user,department
                 */
                fields?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What colleagues may know of each other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "user": "100",
                     *         "domain": "acme.example",
                     *         "name-first-name": "Ada",
                     *         "name-last-name": "Example",
                     *         "department": "Sales"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["UserName"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getMyUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name-first-name": "Ada",
                 *       "name-last-name": "Example",
                 *       "email-address": "ada@acme.example",
                 *       "user-scope": "Office Manager"
                 *     }
                 */
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Devices"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "synchronous": "yes",
                 *       "device": "100m",
                 *       "device-push-enabled": "yes"
                 *     }
                 */
                "application/json": components["schemas"]["NewDevice"];
            };
        };
        responses: {
            200: components["responses"]["Device"];
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDevices: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Device"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device-sip-registration-password": "another-invented-secret"
                 *     }
                 */
                "application/json": components["schemas"]["DeviceChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Devices"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomainDevices: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDevice: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description The left part of its SIP address.
                 * @example 100m
                 */
                device: components["parameters"]["Device"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listPhones: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Phones"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updatePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Phone"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Phone"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deletePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PhoneToDelete"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countPhones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listPhoneServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": "ndp1.example.net",
                     *         "location": "Example City",
                     *         "geo_group": "default",
                     *         "port_tcp": 5060,
                     *         "port_tls": 5061,
                     *         "backup_ok": "yes",
                     *         "postfix": "",
                     *         "ns_api_hostname": "portal.example.net",
                     *         "status": "active"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["PhoneServer"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getPhoneServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ndp1.example.net */
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ndp1.example.net",
                     *       "location": "Example City",
                     *       "geo_group": "default",
                     *       "port_tcp": 5060,
                     *       "port_tls": 5061,
                     *       "backup_ok": "yes",
                     *       "postfix": "",
                     *       "ns_api_hostname": "portal.example.net",
                     *       "status": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["PhoneServer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Twelve hexadecimal digits without separators.
                 * @example 0004f2aabbcc
                 */
                mac: components["parameters"]["Mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Phone"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainPhones: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Phones"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomainPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Phone"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDomainPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Phone"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDomainPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PhoneToDelete"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getDomainPhone: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Twelve hexadecimal digits without separators.
                 * @example 0004f2aabbcc
                 */
                mac: components["parameters"]["Mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "device-provisioning-mac-address": "0004f2aabbcc",
                     *       "domain": "acme.example",
                     *       "reseller": "northwind",
                     *       "device-models-brand-and-model": "Example 400",
                     *       "device-provisioning-registration-core-server": "core1.example.net",
                     *       "device-provisioning-ndp-hostname": "ndp1.example.net",
                     *       "device-provisioning-sip-transport-protocol": "udp",
                     *       "device-provisioning-username": "invented-user",
                     *       "device-provisioning-password": "invented-password",
                     *       "device-provisioning-sip-uri-1": "sip:100@acme.example",
                     *       "device-provisioning-line-1-enabled": "yes",
                     *       "device-provisioning-sip-uri-1-shared-line-enabled": "no",
                     *       "device-provisioning-sip-uri-2": "",
                     *       "device-provisioning-line-2-enabled": "no",
                     *       "device-provisioning-sip-uri-2-shared-line-enabled": "no",
                     *       "device-provisioning-last-retrieved-datetime": "2026-01-31 10:00:00",
                     *       "global-one-time-pass": "no",
                     *       "notes": "",
                     *       "created-datetime": "2026-01-30 10:00:00"
                     *     }
                     */
                    "application/json": components["schemas"]["PhoneOf45"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listPhoneNumbers: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PhoneNumbers"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainPhoneNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PhoneNumbers"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomainPhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPhoneNumber"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["PhoneNumberTaken"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createPhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPhoneNumber"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["PhoneNumberTaken"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countPhoneNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getPhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                phonenumber: components["parameters"]["PhoneNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "phonenumber": "15551230100",
                     *       "enabled": "yes",
                     *       "domain": "acme.example",
                     *       "dial-rule-application": "to-user",
                     *       "dial-rule-translation-destination-user": "100",
                     *       "dial-rule-translation-destination-host": "acme.example",
                     *       "dial-rule-description": "Ada"
                     *     }
                     */
                    "application/json": components["schemas"]["PhoneNumber"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updatePhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                phonenumber: components["parameters"]["PhoneNumber"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dial-rule-application": "to-user",
                 *       "dial-rule-translation-destination-user": "101"
                 *     }
                 */
                "application/json": components["schemas"]["PhoneNumberChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["PhoneNumberTaken"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deletePhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                phonenumber: components["parameters"]["PhoneNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listSmsNumbers: {
        parameters: {
            query?: {
                /**
                 * @description Whom the messages go to; `*` for all. A live core answered 400 when this and `number` were missing.
                 * @example *
                 */
                dest?: components["parameters"]["SmsDestination"];
                /** @example 15551230100 */
                number?: components["parameters"]["SmsNumberFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SmsNumbers"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainSmsNumbers: {
        parameters: {
            query?: {
                /**
                 * @description Whom the messages go to; `*` for all. A live core answered 400 when this and `number` were missing.
                 * @example *
                 */
                dest?: components["parameters"]["SmsDestination"];
                /** @example 15551230100 */
                number?: components["parameters"]["SmsNumberFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SmsNumbers"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createSmsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "15551230100",
                 *       "application": "user",
                 *       "dest": "100"
                 *     }
                 */
                "application/json": components["schemas"]["NewSmsNumber"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateSmsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                smsnumber: components["parameters"]["SmsNumber"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application": "user",
                 *       "dest": "101"
                 *     }
                 */
                "application/json": components["schemas"]["SmsNumberChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteSmsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Country code and number, digits only.
                 * @example 15551230100
                 */
                smsnumber: components["parameters"]["SmsNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listUserSmsNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SmsNumbers"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countUserSmsNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["UnpublishedStart"];
                /** @description How many rows at most. */
                limit?: components["parameters"]["UnpublishedLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Subscriptions"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["NewSubscription"];
        responses: {
            200: components["responses"]["Subscription"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["SubscriptionConflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Subscription"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SubscriptionChange"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "subscription_id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                 *       "domain": "acme.example"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionToDelete"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Subscriptions"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDomainSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["NewSubscription"];
        responses: {
            200: components["responses"]["Subscription"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["SubscriptionConflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomainSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SubscriptionChange"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDomainSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainMessageSessions: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessageSessions"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listMessageSessions: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessageSessions"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getMessageSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessageSessions"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateMessageSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageSessionChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteMessageSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    leaveMessageSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "20260131100500000001",
                     *         "timestamp": "2026-01-31T10:05:00.00Z",
                     *         "type": "sms",
                     *         "domain": "acme.example",
                     *         "direction": "orig",
                     *         "from-number": "15551230999",
                     *         "from-user-id": null,
                     *         "from-user-agent": null,
                     *         "from-video-attendee-id": null,
                     *         "dialed": "15551230100",
                     *         "text": "See you at noon",
                     *         "terminating-user-id": "100",
                     *         "terminating-number": "15551230100",
                     *         "status": "unread",
                     *         "media-type": null,
                     *         "media-size": null,
                     *         "messagesession-id": "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b",
                     *         "messagesession-participants": "100@acme.example,15551230999",
                     *         "messagesession-reciever-hostname": "core1.example.net"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Message"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description For a new conversation the client invents one, of 32 or more letters, digits and `_`.
                 * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b
                 */
                messagesession: components["parameters"]["MessageSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    startMessageSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstMessage"];
            };
        };
        responses: {
            /** @description The published schema is the message, the published sample an acceptance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"] | components["schemas"]["AcceptedMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contacts"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDomainContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name-first-name": "Grace",
                 *       "name-middle-name": "",
                 *       "name-last-name": "Sample",
                 *       "email": "grace@globex.example",
                 *       "company": "Globex",
                 *       "phonenumber-work": "15551230999",
                 *       "phonenumber-cell": "",
                 *       "phonenumber-fax": "",
                 *       "phonenumber-home": ""
                 *     }
                 */
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            200: components["responses"]["WrittenContact"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getDomainContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contacts"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomainContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name-first-name": "Grace",
                 *       "name-middle-name": "",
                 *       "name-last-name": "Sample",
                 *       "email": "grace@globex.example",
                 *       "company": "Globex",
                 *       "phonenumber-work": "15551230999",
                 *       "phonenumber-cell": "",
                 *       "phonenumber-fax": "",
                 *       "phonenumber-home": ""
                 *     }
                 */
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            200: components["responses"]["WrittenContact"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDomainContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /**
                 * @description Adds the colleagues. Published as a boolean; the text says `yes`.
                 * @example yes
                 */
                includeDomain?: boolean | string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contacts"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name-first-name": "Grace",
                 *       "name-middle-name": "",
                 *       "name-last-name": "Sample",
                 *       "email": "grace@globex.example",
                 *       "company": "Globex",
                 *       "phonenumber-work": "15551230999",
                 *       "phonenumber-cell": "",
                 *       "phonenumber-fax": "",
                 *       "phonenumber-home": ""
                 *     }
                 */
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            200: components["responses"]["WrittenContact"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unique-id": "0a1b2c3d4e5f",
                     *       "name-first-name": "Grace",
                     *       "name-middle-name": "",
                     *       "name-last-name": "Sample",
                     *       "email": "grace@globex.example",
                     *       "company": "Globex",
                     *       "phonenumber-work": "15551230999",
                     *       "phonenumber-cell": "",
                     *       "phonenumber-fax": "",
                     *       "phonenumber-home": "",
                     *       "tags": "",
                     *       "created-datetime": "2026-01-31 10:00:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name-first-name": "Grace",
                 *       "name-middle-name": "",
                 *       "name-last-name": "Sample",
                 *       "email": "grace@globex.example",
                 *       "company": "Globex",
                 *       "phonenumber-work": "15551230999",
                 *       "phonenumber-cell": "",
                 *       "phonenumber-fax": "",
                 *       "phonenumber-home": "",
                 *       "created-datetime": "2026-01-31 10:00:00"
                 *     }
                 */
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Its `unique-id`.
                 * @example 0a1b2c3d4e5f
                 */
                contact_id: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listMyContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Contacts"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
                /** @description Since 45.0. */
                orig_callid?: string;
                /** @description Since 45.0. */
                term_callid?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Cdrs"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CountedCalls"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
                /** @description The number dialled. */
                dialled?: string;
                /** @description The number of the caller. */
                caller?: string;
                site?: string;
                group?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Cdrs"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomainCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CountedCalls"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listUserCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, with the member names of v1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "uid": "100@acme.example",
                     *         "domain": "acme.example",
                     *         "cdr_id": "20260131100000000001",
                     *         "type": 1,
                     *         "time_start": 1769853600,
                     *         "time_answer": 1769853605,
                     *         "time_release": 1769853725,
                     *         "duration": 120,
                     *         "orig_to_uri": "sip:15551230100@acme.example",
                     *         "number": "15551230999",
                     *         "name": "Grace Sample",
                     *         "onnet": 0,
                     *         "hide": 0,
                     *         "tag": "",
                     *         "expected_trace": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["UserCdr"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countUserCdrs: {
        parameters: {
            query: {
                /**
                 * @description `2026-01-31 13:00:00`, or ISO 8601, also with the name of a zone behind it as in RFC 9557.
                 * @example 2026-01-31T00:00:00Z
                 */
                "datetime-start": components["parameters"]["From"];
                /**
                 * @description As `datetime-start`.
                 * @example 2026-01-31T23:59:59Z
                 */
                "datetime-end": components["parameters"]["To"];
                /**
                 * @description `Inbound`, `Outbound`, `On-net`, `Off-net`, `Missed`, `Received`, or 0 to 3.
                 * @example Inbound
                 */
                type?: components["parameters"]["CdrType"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CountedCalls"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AnswerRules"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createAnswerRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "synchronous": "no",
                 *       "time-frame": "*",
                 *       "enabled": "yes",
                 *       "simultaneous-ring": {
                 *         "enabled": "yes",
                 *         "parameters": [
                 *           "<OwnDevices>",
                 *           "100m;delay=5"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewAnswerRule"];
            };
        };
        responses: {
            /** @description Read back, for `synchronous`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "acme.example",
                     *       "user": "100",
                     *       "time-frame": "*",
                     *       "order": 99,
                     *       "enabled": "yes",
                     *       "is-active": true,
                     *       "simultaneous-ring": {
                     *         "enabled": "yes",
                     *         "parameters": [
                     *           "<OwnDevices>"
                     *         ]
                     *       },
                     *       "forward-no-answer": {
                     *         "enabled": "yes",
                     *         "parameters": [
                     *           "vmail_100"
                     *         ]
                     *       },
                     *       "do-not-disturb": {
                     *         "enabled": "no"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AnswerRule"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reorderAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "time-frame": "Holidays"
                 *       },
                 *       {
                 *         "time-frame": "*"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["AnswerRulePlace"][];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            /** @description One is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 400,
                     *       "message": "Please provide all timeframes in the new order."
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getAnswerRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Name of a time frame; `*` is the rule for the rest of the time.
                 * @example *
                 */
                timeframe: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "acme.example",
                     *       "user": "100",
                     *       "time-frame": "*",
                     *       "order": 99,
                     *       "enabled": "yes",
                     *       "is-active": true,
                     *       "simultaneous-ring": {
                     *         "enabled": "yes",
                     *         "parameters": [
                     *           "<OwnDevices>"
                     *         ]
                     *       },
                     *       "forward-no-answer": {
                     *         "enabled": "yes",
                     *         "parameters": [
                     *           "vmail_100"
                     *         ]
                     *       },
                     *       "do-not-disturb": {
                     *         "enabled": "no"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AnswerRule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateAnswerRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Name of a time frame; `*` is the rule for the rest of the time.
                 * @example *
                 */
                timeframe: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": "yes",
                 *       "simultaneous-ring": {
                 *         "enabled": "yes",
                 *         "parameters": [
                 *           "<OwnDevices>"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AnswerRuleChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteAnswerRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /**
                 * @description Name of a time frame; `*` is the rule for the rest of the time.
                 * @example *
                 */
                timeframe: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listMyAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AnswerRules"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Addresses"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createDomainAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["NewAddress"];
        responses: {
            200: components["responses"]["CreatedAddress"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["AddressConflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomainAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    validateAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address-name": "Office",
                 *       "caller-name": "Acme",
                 *       "address-line-1": "1 Example Street",
                 *       "address-line-2": "Floor 2",
                 *       "address-city": "Example City",
                 *       "address-state-province-abbreviation": "CA",
                 *       "address-postal-code": "90001",
                 *       "address-country-abbreviation": "US",
                 *       "address-location-description": "Reception"
                 *     }
                 */
                "application/json": components["schemas"]["AddressToValidate"];
            };
        };
        responses: {
            /** @description The address as it was understood. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "emergency-address-id": "a-0a1b2c3d",
                     *       "domain": "acme.example",
                     *       "address-name": "Office",
                     *       "caller-name": "Acme",
                     *       "address-line-1": "1 Example Street",
                     *       "address-line-2": "Floor 2",
                     *       "address-city": "Example City",
                     *       "address-state-province-abbreviation": "CA",
                     *       "address-postal-code": "90001",
                     *       "address-country-abbreviation": "US",
                     *       "address-formatted-pidflo": {},
                     *       "carrier": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["ValidatedAddress"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateDomainAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddressChange"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteDomainAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listAddresses: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
                show_all_personal?: string;
                show_only_personal?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Addresses"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["NewAddress"];
        responses: {
            200: components["responses"]["CreatedAddress"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["AddressConflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "emergency-address-id": "a-0a1b2c3d",
                     *       "address-name": "Office",
                     *       "caller-name": "Acme",
                     *       "address-line-1": "1 Example Street",
                     *       "address-line-2": null,
                     *       "address-city": "Example City",
                     *       "address-state-province-abbreviation": "CA",
                     *       "address-postal-code": "90001",
                     *       "address-country-abbreviation": "US",
                     *       "address-formatted-pidflo": "",
                     *       "domain": "acme.example",
                     *       "user": "domain",
                     *       "carrier": "example",
                     *       "ip-address-public": null
                     *     }
                     */
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddressChange"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
                /** @example a-0a1b2c3d */
                "emergency-address-id": components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listAddressEndpoints: {
        parameters: {
            query?: {
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Addresses"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createAddressEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address-name": "Office",
                 *       "caller-name": "Acme",
                 *       "address-callback-number": "15551230100",
                 *       "carrier": "example"
                 *     }
                 */
                "application/json": components["schemas"]["NewAddressEndpoint"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateAddressEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 15551230100 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address-name": "Warehouse",
                 *       "caller-name": "Acme"
                 *     }
                 */
                "application/json": components["schemas"]["AddressEndpointChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteAddressEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example 15551230100 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "carrier": "example"
                 *     }
                 */
                "application/json": components["schemas"]["AddressEndpointToDelete"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listSites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Sites"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site": "Main",
                 *       "time-zone": "US/Pacific",
                 *       "dial-plan": "acme.example",
                 *       "dial-policy": "US and Canada",
                 *       "caller-id-name": "Acme",
                 *       "caller-id-number": "15551230100",
                 *       "voicemail-enabled": "yes"
                 *     }
                 */
                "application/json": components["schemas"]["NewSite"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countSites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listSiteNames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Sites"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example Main */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The site. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "site": "Main",
                     *       "time-zone": "US/Pacific",
                     *       "dial-plan": "acme.example",
                     *       "dial-policy": "US and Canada",
                     *       "caller-id-name": "Acme",
                     *       "caller-id-number": "15551230100",
                     *       "voicemail-enabled": "yes"
                     *     }
                     */
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example Main */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time-zone": "US/Eastern"
                 *     }
                 */
                "application/json": components["schemas"]["SiteChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @example acme.example */
                domain?: string;
                "device-sip-registration-uri"?: string;
                "termination-match"?: string;
                reseller?: string;
                "route-chain"?: string;
                "user-scope"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Connections"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection-orig-match-pattern": "*@192.0.2.10",
                 *       "domain": "acme.example",
                 *       "description": "Carrier",
                 *       "connection-term-match-pattern": "sip:*@carrier.example",
                 *       "connection-address": "192.0.2.10",
                 *       "connection-orig-enabled": "yes",
                 *       "connection-term-enabled": "yes",
                 *       "connection-sip-transport-protocol": "UDP",
                 *       "connection-sip-registration-username": "acme",
                 *       "connection-sip-registration-password": "invented-trunk-secret",
                 *       "connection-sip-registration-realm": "carrier.example",
                 *       "connection-require-sip-authentication-enabled": "no",
                 *       "connection-require-encrypted-audio-enabled": "no",
                 *       "dial-plan": "acme.example",
                 *       "dial-policy": "US and Canada",
                 *       "limits-max-active-calls-total": 10
                 *     }
                 */
                "application/json": components["schemas"]["NewConnection"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countConnections: {
        parameters: {
            query?: {
                /** @example acme.example */
                domain?: string;
                "device-sip-registration-uri"?: string;
                "termination-match"?: string;
                reseller?: string;
                "route-chain"?: string;
                "user-scope"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Counted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomainConnections: {
        parameters: {
            query?: {
                "device-sip-registration-uri"?: string;
                "termination-match"?: string;
                reseller?: string;
                "route-chain"?: string;
                "user-scope"?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Connections"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example *@192.0.2.10 */
                "connection-orig-match-pattern": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Connections"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example *@192.0.2.10 */
                "connection-orig-match-pattern": string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection-sip-transport-protocol": "TLS"
                 *     }
                 */
                "application/json": components["schemas"]["ConnectionChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /** @example *@192.0.2.10 */
                "connection-orig-match-pattern": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
}
