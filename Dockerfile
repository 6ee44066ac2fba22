# Build: everything, with the tools.
FROM node:24-bookworm-slim AS build
WORKDIR /danku
ENV ONNXRUNTIME_NODE_INSTALL=skip CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/e2e/package.json apps/e2e/
COPY packages/domain/package.json packages/domain/
COPY packages/contract/package.json packages/contract/
COPY packages/words/package.json packages/words/
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
COPY tsconfig.base.json tsconfig.json ./
COPY packages packages
COPY prisma prisma
COPY apps/api apps/api
COPY apps/web apps/web
COPY scripts scripts
RUN node scripts/generate.ts && node scripts/build.ts

# Run: the sources as they are (Node strips the types), the built web app, and the packages the server needs.
FROM node:24-bookworm-slim
WORKDIR /danku
ENV NODE_ENV=production HOST=0.0.0.0 DANKU_DATA=/data ONNXRUNTIME_NODE_INSTALL=skip
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/api/package.json apps/api/
COPY packages/domain/package.json packages/domain/
COPY packages/contract/package.json packages/contract/
COPY packages/words/package.json packages/words/
RUN CI=true npx -y pnpm@12.21.0 install --prod --frozen-lockfile --filter danku --filter @danku/api... \
  && rm -rf /root/.npm /root/.cache /root/.local
COPY --from=build /danku/packages packages-built
RUN for name in domain contract words; do cp -r "packages-built/$name/src" "packages/$name/"; done && rm -rf packages-built
COPY --from=build /danku/apps/api/src apps/api/src
COPY --from=build /danku/apps/web/dist apps/web/dist
COPY prisma/migrations prisma/migrations
COPY scripts scripts
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT ?? 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.ts"]
