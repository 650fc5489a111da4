#!/usr/bin/env node
// Here before the build, because npm links only a command that is there when it installs.
import '../dist/bin.js'
