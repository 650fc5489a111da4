# The mock servers in a container. The build context is prepared by `node scripts/container-context.mjs DIR`: the built
# packages with their production dependencies, so that the image needs neither npm nor a network.
ARG BASE_IMAGE=node:24-slim
FROM ${BASE_IMAGE}
WORKDIR /sparekey
COPY . .
USER 1000:1000
EXPOSE 1995 1993 1587 1080 1443
HEALTHCHECK --interval=300ms --timeout=2s --start-period=10s --retries=30 CMD ["node", "/sparekey/healthcheck.mjs"]
ENTRYPOINT ["node", "/sparekey/node_modules/sparekey/dist/bin.js", "mock", "--host", "0.0.0.0", "--port", "pop3=1995", "--port", "imap=1993", "--port", "smtp=1587", "--port", "http=1080", "--port", "https=1443"]
