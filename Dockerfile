# docker build --tag microcred .
# docker run --rm --network none --volume "$PWD:/work:ro" microcred check courses/
#
# Tags can move. Name both images by digest where that matters:
#   docker build --build-arg BUILD_IMAGE=node:22-slim@sha256:… --build-arg RUNTIME_IMAGE=…@sha256:… .
ARG BUILD_IMAGE=node:22-slim
ARG RUNTIME_IMAGE=gcr.io/distroless/nodejs22-debian12:nonroot

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

# Node and nothing else: no shell, no package manager. The command is bundled, so that it needs no packages either.
FROM ${RUNTIME_IMAGE}
COPY --from=build /src/package.json /src/LICENSE /opt/microcred/
COPY --from=build /src/bin /opt/microcred/bin
COPY --from=build /src/dist/command /opt/microcred/dist/command
COPY --from=build /src/dist/catalogue /opt/microcred/dist/catalogue
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/nodejs/bin/node", "/opt/microcred/bin/microcred.js"]
CMD ["--help"]
