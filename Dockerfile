# Builds with all dependencies, then keeps those that run.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY commands commands
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY LICENSE ./
COPY licences licences
# The texts that come with the bot; mount a folder here to use your own.
COPY corpus corpus
USER node
# node itself is the process, so that `docker stop` reaches the bot.
CMD ["node", "dist/src/main.js"]
