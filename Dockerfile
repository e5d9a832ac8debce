# Builds with all dependencies, then keeps those that run.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY data data
COPY src src
COPY commands commands
# onnxruntime-node carries the libraries of all systems; this image needs its own.
RUN npm run build && npm prune --omit=dev \
 && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -type d ! -name linux -exec rm -r {} +

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY data data
COPY LICENSE ./
COPY licences licences
# The texts that come with the bot; mount a folder here to use your own.
COPY corpus corpus
# What is made of the texts is kept here; mount a volume to keep them when the container goes.
ENV CACHE_DIR=/cache
RUN mkdir /cache && chown node /cache
USER node
# node itself is the process, so that `docker stop` reaches the bot.
CMD ["node", "dist/src/main.js"]
