// Starts the language server for .sockmodel files; all features are the server's.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function activate() {
  const [command, ...args] = vscode.workspace.getConfiguration('sockmodel').get('command');
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.sockmodel');
  client = new LanguageClient(
    'sockmodel',
    'SockModel',
    { command, args: [...args, 'lsp'] },
    { documentSelector: [{ language: 'sockmodel' }], synchronize: { fileEvents: watcher } }
  );
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
