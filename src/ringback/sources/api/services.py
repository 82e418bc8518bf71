"""Every service that can be asked, by its key."""

from ringback.sources.api import apollo, dnb, hunter
from ringback.sources.api.service import Service

SERVICES: dict[str, Service] = {
    one.key: one for one in (hunter.SERVICE, apollo.SERVICE, dnb.SERVICE)
}
