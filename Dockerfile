# Builds with all dependencies, then keeps those that run.
# node:22-slim of October 2026: Node.js 22.23.3 on Debian bookworm, for all processors. To update it, take the digest that
# "docker buildx imagetools inspect node:22-slim" tells, in both places.
FROM node:22-slim@sha256:c3de60bf2f9dd0ac6370e6117950ff62d6e339527e7472301c9c78a017978392 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY data data
COPY src src
COPY commands commands
# Source maps are for those who change the code. onnxruntime-node carries the libraries of all systems; this image needs its own.
RUN npm run build -- --sourceMap false --incremental false && npm prune --omit=dev \
 && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -type d ! -name linux -exec rm -r {} +

FROM node:22-slim@sha256:c3de60bf2f9dd0ac6370e6117950ff62d6e339527e7472301c9c78a017978392
# One memory arena for all threads: what the networks leave behind when they load is used again, some 50 MB.
ENV NODE_ENV=production MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY data data
COPY LICENSE ./
COPY licences licences
# The texts that come with the bot; mount a folder here to use your own.
COPY corpus corpus
# What is made of the texts is kept here; mount a volume to keep it when the container goes.
ENV CACHE_DIR=/cache
RUN mkdir /cache && chown node /cache
# Written four times a minute while the bot is connected. A read-only container needs /tmp in memory.
ENV HEALTH_FILE=/tmp/connected
# A first start reads all texts before it connects.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --retries=2 \
  CMD test -n "$(find "$HEALTH_FILE" -mmin -1)"
USER node
# node itself is the process, so that `docker stop` reaches the bot.
CMD ["node", "dist/src/main.js"]
