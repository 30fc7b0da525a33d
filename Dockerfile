# The server with its embedded store. Build: docker build -t suanli .
# Run: docker run --read-only --tmpfs /tmp --cap-drop ALL -v suanli:/data -p 127.0.0.1:4000:4000 suanli
FROM node:20-slim AS build
WORKDIR /suanli
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json vite.config.js ./
COPY scripts ./scripts
COPY src ./src
RUN npm run --silent build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 SUANLI_STORE=/data
WORKDIR /suanli
COPY --from=build /suanli/node_modules ./node_modules
COPY --from=build /suanli/dist ./dist
COPY package.json LICENSE ./
COPY schema ./schema
COPY seeds ./seeds
COPY sets ./sets
COPY examples/dataset ./examples/dataset
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is told to stop, so that requests which run are finished.
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "start"]
