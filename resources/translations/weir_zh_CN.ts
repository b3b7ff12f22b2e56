<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Open URL…</source>
        <translation>打开 URL…</translation>
    </message>
    <message>
        <source>Open capture…</source>
        <translation>打开捕获文件…</translation>
    </message>
    <message>
        <source>Export as NDJSON…</source>
        <translation>导出为 NDJSON…</translation>
    </message>
    <message>
        <source>Show capture in folder</source>
        <translation>在文件夹中显示捕获文件</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开已关闭的标签页</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Find a connection</source>
        <translation>查找连接</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Event log panel</source>
        <translation>事件日志面板</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>语言：跟随系统</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>语言：English</translation>
    </message>
    <message>
        <source>Language: 简体中文</source>
        <translation>语言：简体中文</translation>
    </message>
    <message>
        <source>Search in data</source>
        <translation>在数据中搜索</translation>
    </message>
    <message>
        <source>Search in the event log</source>
        <translation>在事件日志中搜索</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>暂停视图</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>跟随最新事件</translation>
    </message>
    <message>
        <source>Event log in a tab</source>
        <translation>在标签页中显示事件日志</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Weir</source>
        <translation>关于 Weir</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Copy selected rows as NDJSON</source>
        <translation>将所选行复制为 NDJSON</translation>
    </message>
    <message>
        <source>Go to row…</source>
        <translation>转到行…</translation>
    </message>
    <message>
        <source>Import connections…</source>
        <translation>导入连接…</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>保存连接</translation>
    </message>
    <message>
        <source>Revert to what is saved</source>
        <translation>还原为已保存的内容</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy as websocat</source>
        <translation>复制为 websocat</translation>
    </message>
    <message>
        <source>Copy as weir listen</source>
        <translation>复制为 weir listen</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>复制为 JavaScript</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Open selected</source>
        <translation>打开所选</translation>
    </message>
    <message>
        <source>Connect selected</source>
        <translation>连接所选</translation>
    </message>
    <message>
        <source>Disconnect selected</source>
        <translation>断开所选</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>复制 URL</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo the last change of connections</source>
        <translation>撤销对连接的上次更改</translation>
    </message>
    <message>
        <source>Redo the change of connections</source>
        <translation>重做对连接的更改</translation>
    </message>
    <message>
        <source>Edit environments…</source>
        <translation>编辑环境…</translation>
    </message>
    <message>
        <source>Secrets…</source>
        <translation>机密…</translation>
    </message>
    <message>
        <source>Send a ping</source>
        <translation>发送 ping</translation>
    </message>
    <message>
        <source>Close with code and reason…</source>
        <translation>以指定代码和原因关闭…</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>撰写消息</translation>
    </message>
    <message>
        <source>Messages as a table</source>
        <translation>以表格显示消息</translation>
    </message>
    <message>
        <source>Write a call</source>
        <translation>编写调用</translation>
    </message>
    <message>
        <source>Discover methods</source>
        <translation>发现方法</translation>
    </message>
    <message>
        <source>Make the call to two connections…</source>
        <translation>向两个连接发出同一调用…</translation>
    </message>
</context>
<context>
    <name>CallDraft</name>
    <message>
        <source>A number is missing here.</source>
        <translation>此处缺少数字。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1不是数字。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>The method takes its params by name.</source>
        <translation>该方法按名称接收参数。</translation>
    </message>
    <message>
        <source>The method takes its params by position.</source>
        <translation>该方法按位置接收参数。</translation>
    </message>
    <message>
        <source>The method has %1 params only.</source>
        <translation>该方法只有 %1 个参数。</translation>
    </message>
    <message>
        <source>In this place it is taken for “%1”.</source>
        <translation>在这个位置会被当作“%1”。</translation>
    </message>
    <message>
        <source>The method has no “%1”.</source>
        <translation>该方法没有“%1”。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>A method is missing.</source>
        <translation>缺少方法。</translation>
    </message>
    <message>
        <source>Names that begin with “rpc.” are reserved for extensions.</source>
        <translation>以“rpc.”开头的名称保留给扩展使用。</translation>
    </message>
    <message>
        <source>The params are missing.</source>
        <translation>缺少参数。</translation>
    </message>
    <message>
        <source>Params are an object or an array.</source>
        <translation>参数应为对象或数组。</translation>
    </message>
    <message>
        <source>This is a batch: the form has one request.</source>
        <translation>这是一个批量请求：表单只容纳一个请求。</translation>
    </message>
    <message>
        <source>A request is a JSON object.</source>
        <translation>请求应为一个 JSON 对象。</translation>
    </message>
    <message>
        <source>A request has no “%1”.</source>
        <translation>请求中没有“%1”这个成员。</translation>
    </message>
    <message>
        <source>“jsonrpc” is missing.</source>
        <translation>缺少“jsonrpc”。</translation>
    </message>
    <message>
        <source>“jsonrpc” has to be &quot;2.0&quot;.</source>
        <translation>“jsonrpc”必须是 &quot;2.0&quot;。</translation>
    </message>
    <message>
        <source>“method” is missing.</source>
        <translation>缺少“method”。</translation>
    </message>
    <message>
        <source>“method” has to be a string.</source>
        <translation>“method”必须是字符串。</translation>
    </message>
    <message>
        <source>“params” has to be an object or an array.</source>
        <translation>“params”必须是对象或数组。</translation>
    </message>
    <message>
        <source>“id” has to be a string, a number or null.</source>
        <translation>“id”必须是字符串、数字或 null。</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>1 result</source>
        <translation>1 个结果</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>%1 个结果</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 个错误</translation>
    </message>
    <message>
        <source>waiting for answers</source>
        <translation>正在等待应答</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>server asks: Reply…</source>
        <translation>服务器询问：回复…</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>正在等待应答</translation>
    </message>
    <message>
        <source>batch of %1</source>
        <translation>批量 %1 个</translation>
    </message>
    <message>
        <source>no method</source>
        <translation>无方法</translation>
    </message>
    <message>
        <source>notifications, no reply expected</source>
        <translation>通知，无需回复</translation>
    </message>
    <message>
        <source>notification, no reply expected</source>
        <translation>通知，无需回复</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Invalid answer</source>
        <translation>应答无效</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Results and errors</source>
        <translation>结果与错误</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>The certificate of “%1” is signed by itself; nobody else vouches for it.</source>
        <translation>“%1”的证书由其自身签名，没有其他机构为其担保。</translation>
    </message>
    <message>
        <source>The certificate leads to “%1”, an authority that is not known here.</source>
        <translation>该证书由“%1”签发，而本机不认识这个颁发机构。</translation>
    </message>
    <message>
        <source>The certificate of “%1” expired on %2.</source>
        <translation>“%1”的证书已于 %2 过期。</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid before %2.</source>
        <translation>“%1”的证书在 %2 之前无效。</translation>
    </message>
    <message>
        <source>The certificate is for %1, not for %2.</source>
        <translation>该证书适用于 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>The certificate of “%1”: %2.</source>
        <translation>“%1”的证书：%2。</translation>
    </message>
    <message>
        <source>If it is the server&apos;s own, trust its fingerprint for this connection.</source>
        <translation>如果确实是该服务器的证书，可为此连接信任其指纹。</translation>
    </message>
    <message>
        <source>Give the file of that authority, or trust the certificate&apos;s fingerprint for this connection.</source>
        <translation>请提供该颁发机构的证书文件，或为此连接信任该证书的指纹。</translation>
    </message>
    <message>
        <source>The server needs a new one; check the clock of this computer too.</source>
        <translation>服务器需要新的证书；也请检查本机时钟。</translation>
    </message>
    <message>
        <source>Check the clocks of this computer and of the server.</source>
        <translation>请检查本机和服务器的时钟。</translation>
    </message>
    <message>
        <source>Use one of its names in the URL.</source>
        <translation>请在 URL 中使用证书上的名称。</translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation>请询问服务器的管理者。</translation>
    </message>
    <message>
        <source>%1 is not trusted.</source>
        <translation>%1 不受信任。</translation>
    </message>
    <message>
        <source>Its certificate: “%1”, for %2, issued by “%3”, valid from %4 to %5, SHA-256 %6.</source>
        <translation>其证书：“%1”，适用于 %2，由“%3”签发，有效期 %4 至 %5，SHA-256 %6。</translation>
    </message>
</context>
<context>
    <name>CheckedMessage</name>
    <message>
        <source>%1 To send it nevertheless, choose Text.</source>
        <translation>%1 若仍要发送，请选择“文本”。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>--key needs the certificate of --cert.</source>
        <translation>--key 需要与 --cert 的证书一起使用。</translation>
    </message>
    <message>
        <source>There is no folder “%1” for the capture.</source>
        <translation>没有可放置捕获文件的文件夹“%1”。</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>open the window with the demo running</source>
        <translation>打开窗口并运行演示</translation>
    </message>
    <message>
        <source>open the window on that capture</source>
        <translation>用该捕获文件打开窗口</translation>
    </message>
    <message>
        <source>open the window on that capture and connect at once</source>
        <translation>用该捕获文件打开窗口并立即连接</translation>
    </message>
    <message>
        <source>write a capture as NDJSON</source>
        <translation>把捕获文件写成 NDJSON</translation>
    </message>
    <message>
        <source>run the demo server and print its URLs</source>
        <translation>运行演示服务器并打印其 URL</translation>
    </message>
    <message>
        <source>what a verb takes</source>
        <translation>某个子命令的参数</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>本说明</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Weir: a native workbench for event streams.</source>
        <translation>Weir：事件流的原生工作台。</translation>
    </message>
    <message>
        <source>“%1” is not a verb of Weir; “weir --help” lists them.</source>
        <translation>“%1” 不是 Weir 的子命令；“weir --help” 会列出它们。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Runs the demo server on 127.0.0.1, prints its URLs, one per line, and serves until it is interrupted: feeds to look at, and peers that misbehave on purpose.</source>
        <translation>在 127.0.0.1 上运行演示服务器，每行打印一个 URL，一直服务到被中断：既有可观看的事件源，也有故意出错的对端。</translation>
    </message>
    <message>
        <source>Listen on this port; any free one without it.</source>
        <translation>监听此端口；不给出则任选一个空闲端口。</translation>
    </message>
    <message>
        <source>“weir demo” takes no argument “%1”.</source>
        <translation>“weir demo” 不接受参数 “%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a port number.</source>
        <translation>“%1” 不是端口号。</translation>
    </message>
    <message>
        <source>Writes every event of a capture as one line of NDJSON. The capture is only read, also while it is being recorded.</source>
        <translation>把捕获文件中的每个事件写成一行 NDJSON。捕获文件只被读取，录制期间也可以。</translation>
    </message>
    <message>
        <source>The capture file (.weir).</source>
        <translation>捕获文件 (.weir)。</translation>
    </message>
    <message>
        <source>The format: ndjson.</source>
        <translation>格式：ndjson。</translation>
    </message>
    <message>
        <source>Write to FILE, whole or not at all; to standard output without it.</source>
        <translation>写入 FILE，要么完整写入要么不写；不给出则写到标准输出。</translation>
    </message>
    <message>
        <source>Filters are not available in this version.</source>
        <translation>此版本尚不支持过滤器。</translation>
    </message>
    <message>
        <source>The format “%1” is not available in this version; use ndjson.</source>
        <translation>此版本不支持格式 “%1”；请使用 ndjson。</translation>
    </message>
    <message>
        <source>“weir export” takes one capture file.</source>
        <translation>“weir export” 需要一个捕获文件。</translation>
    </message>
    <message>
        <source>Recording goes on.</source>
        <translation>记录继续进行。</translation>
    </message>
    <message>
        <source>Standard output cannot be written (%1).</source>
        <translation>无法写入标准输出（%1）。</translation>
    </message>
    <message>
        <source>Print also the rows of kind http.*, state, error, note.</source>
        <translation>同时输出 http.*、state、error、note 类的行。</translation>
    </message>
    <message>
        <source>Record every row into the capture FILE; one that is there is continued. Nothing is printed then unless --print is given. Without it no file is written.</source>
        <translation>把每一行都记录到捕获文件 FILE；文件已存在则接着写。此时不再输出，除非给出 --print。不加此选项则不写任何文件。</translation>
    </message>
    <message>
        <source>Print although a capture is recorded.</source>
        <translation>即使在记录捕获文件，也照样输出。</translation>
    </message>
    <message>
        <source>The HTTP method; without it GET, or POST where there is a body.</source>
        <translation>HTTP 方法；默认 GET，有正文时为 POST。</translation>
    </message>
    <message>
        <source>Send this header; may be given many times.</source>
        <translation>发送此请求头；可多次给出。</translation>
    </message>
    <message>
        <source>Send this body, or that of a file, at every attempt.</source>
        <translation>每次尝试都发送此正文，或文件中的正文。</translation>
    </message>
    <message>
        <source>Start after the event of this id.</source>
        <translation>从此 id 的事件之后开始。</translation>
    </message>
    <message>
        <source>The reconnection time until the feed says another; 3000 without it.</source>
        <translation>在事件源另行指定之前的重连时间；默认 3000。</translation>
    </message>
    <message>
        <source>Reconnect when nothing was received for so long; never without it.</source>
        <translation>这么久没有收到任何数据就重连；默认从不。</translation>
    </message>
    <message>
        <source>Stop after exactly N events.</source>
        <translation>恰好收到 N 个事件后停止。</translation>
    </message>
    <message>
        <source>Stop after so many seconds.</source>
        <translation>经过这么多秒后停止。</translation>
    </message>
    <message>
        <source>End when the line ends or the attempt fails.</source>
        <translation>连接结束或尝试失败时即退出。</translation>
    </message>
    <message>
        <source>Try again also after HTTP 408, 425, 429 and 5xx, which otherwise end the feed.</source>
        <translation>遇到 HTTP 408、425、429 和 5xx 时也重试；否则这些状态会结束事件源。</translation>
    </message>
    <message>
        <source>Accept any certificate.</source>
        <translation>接受任何证书。</translation>
    </message>
    <message>
        <source>Trust the certificates of this PEM file.</source>
        <translation>信任此 PEM 文件中的证书。</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key (PEM).</source>
        <translation>证书的私钥（PEM）。</translation>
    </message>
    <message>
        <source>Go through this proxy (http:// or socks5://) instead of the system&apos;s.</source>
        <translation>使用此代理（http:// 或 socks5://），而不是系统代理。</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 on, not “%3”.</source>
        <translation>--%1 需要不小于 %2 的整数，而不是“%3”。</translation>
    </message>
    <message>
        <source>-H takes “Name: value”, not “%1”.</source>
        <translation>-H 需要“名称: 值”的形式，而不是“%1”。</translation>
    </message>
    <message>
        <source>--capture takes the name of a file.</source>
        <translation>--capture 需要一个文件名。</translation>
    </message>
    <message>
        <source>--for takes a number of seconds, not “%1”.</source>
        <translation>--for 需要秒数，而不是“%1”。</translation>
    </message>
    <message>
        <source>Present this certificate (PEM or PKCS#12).</source>
        <translation>出示此证书（PEM 或 PKCS#12）。</translation>
    </message>
    <message>
        <source>--proxy takes a URL of scheme http or socks5.</source>
        <translation>--proxy 需要 http 或 socks5 的 URL。</translation>
    </message>
    <message>
        <source>list the saved profiles</source>
        <translation>列出已保存的连接配置</translation>
    </message>
    <message>
        <source>Take the values of variables from this environment.</source>
        <translation>从此环境取变量的值。</translation>
    </message>
    <message>
        <source>Look for profiles and environments in this folder instead of WEIR_PROFILES or the folder that the window uses.</source>
        <translation>在此文件夹中查找连接配置和环境，而不是 WEIR_PROFILES 或窗口所用的文件夹。</translation>
    </message>
    <message>
        <source>“weir listen” takes at least one profile or URL.</source>
        <translation>“weir listen”至少需要一个连接配置或 URL。</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>PROTOCOL</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>VARIABLES</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Lists the saved profiles, in the order of their files: as a table, or as NDJSON, one object a line with the members file, name, folder, protocol (sse, websocket, json-rpc), url, variables (those that the environment has to give) and secrets (their names, never their values). A file that cannot be read is named on standard error with its line and the reason. Exit code: 0 done, 1 there are profiles and none can be read, 2 wrong usage.</source>
        <translation>按文件顺序列出已保存的连接配置：以表格形式，或以 NDJSON 形式每行一个对象，成员为 file、name、folder、protocol（sse、websocket、json-rpc）、url、variables（须由环境提供的变量）和 secrets（仅名称，绝无其值）。无法读取的文件会连同行号和原因写到标准错误。退出码：0 完成，1 有连接配置但都无法读取，2 用法错误。</translation>
    </message>
    <message>
        <source>The format: table or ndjson; table without it.</source>
        <translation>格式：table 或 ndjson；默认为 table。</translation>
    </message>
    <message>
        <source>Show the URLs with the values of this environment.</source>
        <translation>用此环境的值显示 URL。</translation>
    </message>
    <message>
        <source>Look in this folder instead of WEIR_PROFILES or the folder that the window uses.</source>
        <translation>在此文件夹中查找，而不是 WEIR_PROFILES 或窗口所用的文件夹。</translation>
    </message>
    <message>
        <source>“weir profiles” takes no argument “%1”.</source>
        <translation>“weir profiles”不接受参数“%1”。</translation>
    </message>
    <message>
        <source>There is no format “%1”; use table or ndjson.</source>
        <translation>没有格式“%1”；请用 table 或 ndjson。</translation>
    </message>
    <message>
        <source>There are no profiles in %1.</source>
        <translation>%1 中没有连接配置。</translation>
    </message>
    <message>
        <source>“%1” is more than one: %2. Give the name of the file.</source>
        <translation>“%1”不止一个：%2。请给出文件名。</translation>
    </message>
    <message>
        <source>There is no folder %1 with profiles.</source>
        <translation>没有存放连接配置的文件夹 %1。</translation>
    </message>
    <message>
        <source>“%1” is neither a profile in the folder %2 nor a URL, which begins with http:// or https://.</source>
        <translation>“%1”既不是文件夹 %2 中的连接配置，也不是以 http:// 或 https:// 开头的 URL。</translation>
    </message>
    <message>
        <source>There is no environment “%1”; the folder %2 holds none.</source>
        <translation>没有环境“%1”；文件夹 %2 中没有任何环境。</translation>
    </message>
    <message>
        <source>There is no environment “%1” in the folder %2; there are: %3.</source>
        <translation>文件夹 %2 中没有环境“%1”；现有：%3。</translation>
    </message>
    <message>
        <source>WebSocket: offer this subprotocol; may be given many times, the preferred one first.</source>
        <translation>WebSocket：提供此子协议；可多次给出，首选的放在最前。</translation>
    </message>
    <message>
        <source>WebSocket: send what comes on standard input: with “lines” each line as a text message, with “ndjson” objects: {&quot;kind&quot;:&quot;ws.text&quot;,&quot;payload&quot;:&quot;...&quot;}, ws.binary (payload in base64), ws.ping, ws.close (code, reason). Its end leaves the line open.</source>
        <translation>WebSocket：发送标准输入的内容：“lines”将每行作为一条文本消息，“ndjson”为对象：{&quot;kind&quot;:&quot;ws.text&quot;,&quot;payload&quot;:&quot;...&quot;}、ws.binary（payload 为 base64）、ws.ping、ws.close（code、reason）。输入结束后连接保持打开。</translation>
    </message>
    <message>
        <source>--subprotocol and --stdin are for WebSocket URLs.</source>
        <translation>--subprotocol 和 --stdin 仅用于 WebSocket URL。</translation>
    </message>
    <message>
        <source>--%1 is for feeds over http; a WebSocket sends what --stdin says.</source>
        <translation>--%1 用于 http 的事件流；WebSocket 发送 --stdin 的内容。</translation>
    </message>
    <message>
        <source>--stdin sends to one WebSocket; give one URL.</source>
        <translation>--stdin 只发送到一个 WebSocket；请给出一个 URL。</translation>
    </message>
    <message>
        <source>--stdin takes “ndjson” or “lines”, not “%1”.</source>
        <translation>--stdin 接受“ndjson”或“lines”，而不是“%1”。</translation>
    </message>
    <message>
        <source>Receives Server-Sent Events (http, https) or speaks WebSocket (ws, wss), and prints what comes and goes as NDJSON, one event a line. What is no URL is a saved profile: its name, or that of its file, or the path of a file that ends in .json; an environment is looked for beside it. What the options say goes before what the profile says. A secret NAME comes from the system&apos;s keychain, else from WEIR_SECRET_NAME in the environment, and stays out of everything that is printed or recorded. Reconnects when the line breaks, a feed with its Last-Event-ID. Ends after --count or --for, when it is interrupted, or when every feed has ended. States, errors and notes go to standard error. Exit code: 0 done, 1 a connection failed for good, 2 wrong usage.</source>
        <translation>接收服务器发送事件（http、https）或使用 WebSocket（ws、wss），并以 NDJSON 打印往来内容，每行一个事件。不是 URL 的参数是已保存的配置：它的名称、文件名，或以 .json 结尾的文件路径；环境在其旁边查找。选项优先于配置。机密 NAME 取自系统钥匙串，否则取自环境变量 WEIR_SECRET_NAME，并且不会出现在任何打印或记录的内容中。连接中断后自动重连，事件流会带上 Last-Event-ID。在 --count 或 --for 之后、被中断时或所有连接结束时退出。状态、错误和备注输出到标准错误。退出代码：0 完成，1 连接彻底失败，2 用法错误。</translation>
    </message>
    <message>
        <source>Saved profiles, or URLs: http, https, ws or wss.</source>
        <translation>已保存的配置，或 URL：http、https、ws 或 wss。</translation>
    </message>
    <message>
        <source>“code” is not a whole number.</source>
        <translation>“code”不是整数。</translation>
    </message>
    <message>
        <source>“reason” is not a text.</source>
        <translation>“reason”不是文本。</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
        <source>“kind” is one of ws.text, ws.binary, ws.ping and ws.close.</source>
        <translation>“kind”应为 ws.text、ws.binary、ws.ping 或 ws.close 之一。</translation>
    </message>
    <message>
        <source>“payload” is not a text.</source>
        <translation>“payload”不是文本。</translation>
    </message>
    <message>
        <source>The payload of ws.binary is not base64.</source>
        <translation>ws.binary 的 payload 不是 base64。</translation>
    </message>
    <message>
        <source>Line %1 of standard input is too long; nothing more is read.</source>
        <translation>标准输入的第 %1 行过长；不再继续读取。</translation>
    </message>
    <message>
        <source>Line %1 of standard input was not sent: %2</source>
        <translation>标准输入的第 %1 行未发送：%2</translation>
    </message>
    <message>
        <source>“%1” is a profile of JSON-RPC; listen takes feeds and WebSockets.</source>
        <translation>“%1”是 JSON-RPC 配置；listen 用于事件流和 WebSocket。</translation>
    </message>
    <message>
        <source>Send a notification: no id, and no answer is waited for.</source>
        <translation>发送通知：没有 id，也不等待应答。</translation>
    </message>
    <message>
        <source>The id: a JSON number, string or null; what is none of them is sent as a string. 1 without it.</source>
        <translation>id：JSON 数字、字符串或 null；其他内容作为字符串发送。不给出时为 1。</translation>
    </message>
    <message>
        <source>Send the batch (a JSON array) of this file, “-” for standard input, instead of METHOD.</source>
        <translation>发送此文件中的批处理（JSON 数组）而不是 METHOD；“-”表示标准输入。</translation>
    </message>
    <message>
        <source>Wait so long for the answer; 30000 without it, 0: for ever.</source>
        <translation>等待应答的时间；不给出时为 30000，0 表示一直等待。</translation>
    </message>
    <message>
        <source>Print the whole answer as it came, whatever it is.</source>
        <translation>原样输出整个应答，不论内容为何。</translation>
    </message>
    <message>
        <source>WebSocket: offer this subprotocol; may be given many times.</source>
        <translation>WebSocket：提供此子协议；可多次给出。</translation>
    </message>
    <message>
        <source>The batch is not JSON. %1</source>
        <translation>批处理不是 JSON。%1</translation>
    </message>
    <message>
        <source>A batch is a JSON array of calls.</source>
        <translation>批处理是由调用组成的 JSON 数组。</translation>
    </message>
    <message>
        <source>PARAMS is not JSON. %1</source>
        <translation>PARAMS 不是 JSON。%1</translation>
    </message>
    <message>
        <source>PARAMS is a JSON array or object.</source>
        <translation>PARAMS 是 JSON 数组或对象。</translation>
    </message>
    <message>
        <source>With --batch, methods, params and ids stand in the file.</source>
        <translation>使用 --batch 时，方法、参数和 id 都写在文件中。</translation>
    </message>
    <message>
        <source>“weir call” takes a URL, a method and, if any, params.</source>
        <translation>“weir call”需要 URL、方法，以及可选的参数。</translation>
    </message>
    <message>
        <source>A notification has no id: --notify or --id, not both.</source>
        <translation>通知没有 id：--notify 与 --id 只能选其一。</translation>
    </message>
    <message>
        <source>--subprotocol is for WebSocket URLs.</source>
        <translation>--subprotocol 用于 WebSocket 的 URL。</translation>
    </message>
    <message>
        <source>Calls a method of a JSON-RPC 2.0 server over http, https, ws or wss and prints the result, over several lines on a terminal and on one in a pipe. Every number stays as it came. An error object of the server goes to standard output as well. Exit code: 0 a result, 3 an error of the server, 1 no answer, 2 wrong usage.</source>
        <translation>通过 http、https、ws 或 wss 调用 JSON-RPC 2.0 服务器的方法并输出结果：在终端上分多行，在管道中占一行。每个数字都保持原样。服务器的错误对象也写到标准输出。退出码：0 结果，3 服务器的错误，1 没有应答，2 用法错误。</translation>
    </message>
    <message>
        <source>The server: http, https, ws or wss.</source>
        <translation>服务器：http、https、ws 或 wss。</translation>
    </message>
    <message>
        <source>The method.</source>
        <translation>方法。</translation>
    </message>
    <message>
        <source>A JSON array or object, or @FILE that holds one.</source>
        <translation>JSON 数组或对象，或包含它的 @FILE。</translation>
    </message>
    <message>
        <source>receive Server-Sent Events or speak WebSocket, as NDJSON on standard output</source>
        <translation>接收服务器发送事件或使用 WebSocket，以 NDJSON 写到标准输出</translation>
    </message>
    <message>
        <source>call a method of a JSON-RPC server and print the result</source>
        <translation>调用 JSON-RPC 服务器的方法并输出结果</translation>
    </message>
    <message>
        <source>Exit code: 0 done, 1 the connection failed for good, 2 wrong usage, 3 an error of the server (call).
Data go to standard output, diagnostics to standard error.</source>
        <translation>退出码：0 完成，1 连接彻底失败，2 用法错误，3 服务器的错误（call）。
数据写到标准输出，诊断信息写到标准错误。</translation>
    </message>
    <message>
        <source>No answer in %1.</source>
        <translation>%1 内没有应答。</translation>
    </message>
</context>
<context>
    <name>DemoFeed</name>
    <message>
        <source>Market ticks</source>
        <translation>行情</translation>
    </message>
    <message>
        <source>Market, fast</source>
        <translation>行情（高速）</translation>
    </message>
    <message>
        <source>Deploy events</source>
        <translation>部署事件</translation>
    </message>
    <message>
        <source>Service health</source>
        <translation>服务状态</translation>
    </message>
    <message>
        <source>Busy, then fine</source>
        <translation>先忙后好</translation>
    </message>
    <message>
        <source>Not a feed</source>
        <translation>不是事件源</translation>
    </message>
    <message>
        <source>Lobby chat</source>
        <translation>大厅聊天</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>谁在这里？</translation>
    </message>
    <message>
        <source>Ask for the deploy</source>
        <translation>询问部署</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>一张图片</translation>
    </message>
    <message>
        <source>Large message (64 KB)</source>
        <translation>大消息（64 KB）</translation>
    </message>
    <message>
        <source>Four bytes</source>
        <translation>四个字节</translation>
    </message>
    <message>
        <source>Restart the service</source>
        <translation>重启服务</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Calculator, WebSocket</source>
        <translation>计算器（WebSocket）</translation>
    </message>
    <message>
        <source>Bad RPC server</source>
        <translation>行为不当的 RPC 服务器</translation>
    </message>
    <message>
        <source>Subtract, rounded</source>
        <translation>相减并舍入</translation>
    </message>
    <message>
        <source>Divide by zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>Numbers that no double holds</source>
        <translation>双精度浮点数放不下的数</translation>
    </message>
    <message>
        <source>Slow, 3 seconds</source>
        <translation>慢速，3 秒</translation>
    </message>
    <message>
        <source>Ask me back</source>
        <translation>反过来询问我</translation>
    </message>
    <message>
        <source>Five ticks</source>
        <translation>五次 tick</translation>
    </message>
    <message>
        <source>A notification</source>
        <translation>一个通知</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>“%1” is not a URL.</source>
        <translation>“%1” 不是 URL。</translation>
    </message>
    <message>
        <source>“%1” is not a valid header name.</source>
        <translation>“%1” 不是有效的请求头名称。</translation>
    </message>
    <message>
        <source>The value of the header “%1” contains control characters.</source>
        <translation>请求头 “%1” 的值含有控制字符。</translation>
    </message>
    <message>
        <source>“%1” is not a valid HTTP method.</source>
        <translation>“%1” 不是有效的 HTTP 方法。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>Permission to use the file %1 was denied.</source>
        <translation>没有使用文件 %1 的权限。</translation>
    </message>
    <message>
        <source>The file %1 is not a Weir capture.</source>
        <translation>文件 %1 不是 Weir 捕获文件。</translation>
    </message>
    <message>
        <source>The capture %1 was written by a newer version of Weir.</source>
        <translation>捕获文件 %1 由更新版本的 Weir 写成。</translation>
    </message>
    <message>
        <source>The capture is damaged: %1.</source>
        <translation>捕获文件已损坏：%1。</translation>
    </message>
    <message>
        <source>The capture %1 is being recorded by another Weir.</source>
        <translation>捕获文件 %1 正被另一个 Weir 录制。</translation>
    </message>
    <message>
        <source>The capture %1 was truncated or replaced while it was read.</source>
        <translation>捕获文件 %1 在读取时被截断或替换。</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be written to %1 until there is room.</source>
        <translation>磁盘已满：在有可用空间之前无法继续写入 %1。</translation>
    </message>
    <message>
        <source>File error: %1.</source>
        <translation>文件错误：%1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The host name %1 was not found.</source>
        <translation>找不到主机名 %1。</translation>
    </message>
    <message>
        <source>%1 refused the connection; nothing listens there.</source>
        <translation>%1 拒绝了连接；那里没有程序在监听。</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered.</source>
        <translation>%1 在应答之前关闭了连接。</translation>
    </message>
    <message>
        <source>Connection lost (%1 closed the line in mid-stream).</source>
        <translation>连接中断（%1 在流的中途关闭了线路）。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时应答。</translation>
    </message>
    <message>
        <source>%1 accepted the connection but sent no complete response header in time.</source>
        <translation>%1 接受了连接，但没有及时发来完整的响应头。</translation>
    </message>
    <message>
        <source>Nothing was received for %1.</source>
        <translation>已有 %1 没有收到任何数据。</translation>
    </message>
    <message>
        <source>Network error: %1.</source>
        <translation>网络错误：%1。</translation>
    </message>
    <message>
        <source>The proxy failed: %1.</source>
        <translation>代理失败：%1。</translation>
    </message>
    <message>
        <source>The demo server cannot use port %1: another program listens there, or it is not allowed.</source>
        <translation>演示服务器无法使用端口 %1：已有其他程序在监听，或没有权限。</translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1.</source>
        <translation>TLS 握手失败：%1。</translation>
    </message>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation>服务器应答 HTTP %1。</translation>
    </message>
    <message>
        <source>The server answered with Content-Type “%1”, not text/event-stream.</source>
        <translation>服务器应答的 Content-Type 是 “%1”，而不是 text/event-stream。</translation>
    </message>
    <message>
        <source>More than %1 redirects in a row.</source>
        <translation>连续重定向超过 %1 次。</translation>
    </message>
    <message>
        <source>The redirect cannot be followed: %1.</source>
        <translation>无法跟随重定向：%1。</translation>
    </message>
    <message>
        <source>The body could not be decompressed (%1).</source>
        <translation>无法解压正文（%1）。</translation>
    </message>
    <message>
        <source>The server answered 204 No Content: the feed has ended.</source>
        <translation>服务器应答 204 No Content：事件源已结束。</translation>
    </message>
    <message>
        <source>The server ended the stream.</source>
        <translation>服务器结束了事件流。</translation>
    </message>
    <message>
        <source>A line exceeded the limit of %1 bytes; its event was discarded.</source>
        <translation>有一行超过 %1 字节的上限；其事件已丢弃。</translation>
    </message>
    <message>
        <source>An event exceeded the limit of %1 bytes and was discarded.</source>
        <translation>有一个事件超过 %1 字节的上限，已丢弃。</translation>
    </message>
    <message>
        <source>The capture cannot be exported onto itself.</source>
        <translation>捕获文件不能导出到自身。</translation>
    </message>
    <message>
        <source>The capture %1 was removed or replaced while it was recorded; what comes is lost when it is closed.</source>
        <translation>捕获 %1 在记录期间被移除或替换；关闭后，此后收到的内容将丢失。</translation>
    </message>
    <message>
        <source>Nothing can be imported: %1.</source>
        <translation>无法导入：%1。</translation>
    </message>
    <message>
        <source>“%1” cannot name a secret; use letters, digits, “_”, “.” and “-”.</source>
        <translation>“%1”不能作为机密的名称；请使用字母、数字、“_”、“.”和“-”。</translation>
    </message>
    <message>
        <source>The secret “%1” has no value; enter it, or set WEIR_SECRET_%1 in the environment.</source>
        <translation>机密“%1”没有值；请输入它，或在环境中设置 WEIR_SECRET_%1。</translation>
    </message>
    <message>
        <source>There is no value for the secret %1 Enter it again, or set WEIR_SECRET_ and its name in the environment.</source>
        <translation>没有机密的值：%1请重新输入，或在环境中设置以 WEIR_SECRET_ 加其名称的变量。</translation>
    </message>
    <message>
        <source>The secret could not be removed from the keychain (%1)</source>
        <translation>无法从钥匙串中移除该机密（%1）</translation>
    </message>
    <message>
        <source>“%1” is not a proxy; write http:// or socks5://, a host and a port.</source>
        <translation>“%1”不是代理地址；请写 http:// 或 socks5://，再加主机和端口。</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 fingerprint, which has 64 hexadecimal digits.</source>
        <translation>“%1”不是 SHA-256 指纹；指纹有 64 个十六进制数字。</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate that can be used.</source>
        <translation>文件 %1 中没有可用的证书。</translation>
    </message>
    <message>
        <source>The file %1 holds no private key that can be used; RSA, EC and DSA are, as PEM.</source>
        <translation>文件 %1 中没有可用的私钥；支持 PEM 格式的 RSA、EC 和 DSA 私钥。</translation>
    </message>
    <message>
        <source>The private key in %1 needs its certificate.</source>
        <translation>%1 中的私钥还需要对应的证书。</translation>
    </message>
    <message>
        <source>The private key in %1 is protected; give its password.</source>
        <translation>%1 中的私钥受密码保护；请提供密码。</translation>
    </message>
    <message>
        <source>No private key in %1 can be opened with this password.</source>
        <translation>用此密码无法打开 %1 中的私钥。</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate; take the pair that was made together.</source>
        <translation>%1 中的私钥与证书不匹配；请使用成对生成的证书和私钥。</translation>
    </message>
    <message>
        <source>The folder of profiles %1 is not there; what was read of it stays, and it is read again when it comes back.</source>
        <translation>配置文件夹 %1 不存在；已读取的内容会保留，文件夹恢复后将重新读取。</translation>
    </message>
    <message>
        <source>This cannot be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>The file of “%1” is broken and is left as it is; repair it first.</source>
        <translation>“%1”的文件已损坏，保持原样；请先修复它。</translation>
    </message>
    <message>
        <source>“%1” is not a file that Weir can write; move it away first.</source>
        <translation>“%1”不是 Weir 可以写入的文件；请先将其移走。</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else and was not deleted.</source>
        <translation>“%1”已被他人更改，未被删除。</translation>
    </message>
    <message>
        <source>“%1” cannot be undone or done again: the file was changed by somebody else since.</source>
        <translation>“%1”无法撤销或重做：文件此后已被他人更改。</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached; check its address, or connect without it.</source>
        <translation>无法连接代理 %1；请检查其地址，或不经代理连接。</translation>
    </message>
    <message>
        <source>The proxy %1, or the host it was asked for, was not found; check both names.</source>
        <translation>找不到代理 %1 或要访问的主机；请检查这两个名称。</translation>
    </message>
    <message>
        <source>Neither the proxy %1 nor the server behind it answered in time.</source>
        <translation>代理 %1 及其后的服务器均未及时应答。</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user and a password.</source>
        <translation>代理 %1 要求用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy %1 did not accept the user and the password.</source>
        <translation>代理 %1 未接受该用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy %1 does not allow connections to this host and port.</source>
        <translation>代理 %1 不允许连接此主机和端口。</translation>
    </message>
    <message>
        <source>The proxy %1 refused to connect; check its user and password, and that the server can be reached from there.</source>
        <translation>代理 %1 拒绝建立连接；请检查其用户名和密码，以及从代理处能否访问服务器。</translation>
    </message>
    <message>
        <source>%1 speaks no TLS version that is allowed here; a lower minimum may help.</source>
        <translation>%1 不支持此处允许的 TLS 版本；可尝试降低最低版本。</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate; give one with its private key.</source>
        <translation>%1 要求客户端证书；请提供证书及其私钥。</translation>
    </message>
    <message>
        <source>The server did not accept the client certificate: %1.</source>
        <translation>服务器未接受客户端证书：%1。</translation>
    </message>
    <message>
        <source>The line was given up because %1 MB of it waited to be read; over HTTP/2 a server cannot be slowed down, over HTTP/1.1 it can.</source>
        <translation>有 %1 MB 数据等待读取，连接已放弃；HTTP/2 下无法让服务器减速，HTTP/1.1 下可以。</translation>
    </message>
    <message>
        <source>The scheme “%1” is not supported; use http, https, ws or wss.</source>
        <translation>不支持协议“%1”；请使用 http、https、ws 或 wss。</translation>
    </message>
    <message>
        <source>“%1” is not a subprotocol: a word without blanks and commas, each named once.</source>
        <translation>“%1”不是子协议：应为不含空格和逗号的单词，且各只列一次。</translation>
    </message>
    <message>
        <source>The header “%1” belongs to the opening handshake and cannot be set.</source>
        <translation>标头“%1”属于握手，不能设置。</translation>
    </message>
    <message>
        <source>A client closes with 1000 or 3000 to 4999, not with %1.</source>
        <translation>客户端以 1000 或 3000 至 4999 关闭，而不是 %1。</translation>
    </message>
    <message>
        <source>The reason of a close has 123 bytes at most, not %1.</source>
        <translation>关闭原因最多 123 字节，而不是 %1 字节。</translation>
    </message>
    <message>
        <source>%1 MB wait to be sent; the peer does not read. Wait, or withdraw some.</source>
        <translation>有 %1 MB 等待发送；对方没有读取。请等待，或撤回一些。</translation>
    </message>
    <message>
        <source>The server answered the opening handshake with HTTP %1.</source>
        <translation>服务器以 HTTP %1 应答握手。</translation>
    </message>
    <message>
        <source>The opening handshake failed: %1.</source>
        <translation>握手失败：%1。</translation>
    </message>
    <message>
        <source>The server closed the connection: %1.</source>
        <translation>服务器关闭了连接：%1。</translation>
    </message>
    <message>
        <source>Connection lost (1006): %1 closed the line without a close frame.</source>
        <translation>连接丢失（1006）：%1 未发送关闭帧就断开了线路。</translation>
    </message>
    <message>
        <source>Connection lost: no pong came within %1.</source>
        <translation>连接丢失：%1 内没有收到 pong。</translation>
    </message>
    <message>
        <source>The line was closed because of what the server sent: %1.</source>
        <translation>因服务器发送的内容而关闭了连接：%1。</translation>
    </message>
    <message>
        <source>A text message has to be UTF-8, which this is not; send it as binary.</source>
        <translation>文本消息必须是 UTF-8，而这不是；请以二进制发送。</translation>
    </message>
</context>
<context>
    <name>EventColumns</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time since the row before</source>
        <translation>与上一行的间隔</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>The number of the row in the capture, in the order of arrival</source>
        <translation>该行在捕获中的序号，按到达顺序</translation>
    </message>
    <message>
        <source>When its bytes were read, in local time</source>
        <translation>读到其字节的时间（本地时间）</translation>
    </message>
    <message>
        <source>Time since the row before in this table</source>
        <translation>与本表上一行的时间间隔</translation>
    </message>
    <message>
        <source>The connection it came or went on</source>
        <translation>收发所用的连接</translation>
    </message>
    <message>
        <source>↓ received, ↑ sent, • said by Weir</source>
        <translation>↓ 收到，↑ 发出，• Weir 的记录</translation>
    </message>
    <message>
        <source>What kind of row it is</source>
        <translation>该行的类型</translation>
    </message>
    <message>
        <source>Event type, method or state</source>
        <translation>事件类型、方法或状态</translation>
    </message>
    <message>
        <source>The last event ID in effect</source>
        <translation>当前有效的最后事件 ID</translation>
    </message>
    <message>
        <source>Bytes of the payload</source>
        <translation>负载的字节数</translation>
    </message>
    <message>
        <source>The payload, from its beginning</source>
        <translation>负载，从头开始</translation>
    </message>
</context>
<context>
    <name>FormSchema</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 at least</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>exactly %1 %2</source>
        <translation>恰好 %1 %2</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 到 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 at least</source>
        <translation>至少 %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 at most</source>
        <translation>至多 %1 %2</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项</translation>
    </message>
    <message>
        <source>items</source>
        <translation>项</translation>
    </message>
    <message>
        <source>member</source>
        <translation>个成员</translation>
    </message>
    <message>
        <source>members</source>
        <translation>个成员</translation>
    </message>
    <message>
        <source>no item twice</source>
        <translation>各项互不相同</translation>
    </message>
    <message>
        <source>one of %1, …</source>
        <translation>%1 等之一…</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>小于 %1</translation>
    </message>
    <message>
        <source>a multiple of %1</source>
        <translation>%1 的倍数</translation>
    </message>
    <message>
        <source>character</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>text that matches %1</source>
        <translation>匹配 %1 的文本</translation>
    </message>
    <message>
        <source>format %1</source>
        <translation>%1 格式</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>枚举</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>array of %1</source>
        <translation>%1 数组</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 选一</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>This object</source>
        <translation>此对象</translation>
    </message>
    <message>
        <source>This array</source>
        <translation>此数组</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Live, held back</source>
        <translation>实时（受限）</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Copied the first %1 rows; export takes more.</source>
        <translation>已复制前 %1 行；导出可容纳更多。</translation>
    </message>
    <message>
        <source>Copied %1 rows.</source>
        <translation>已复制 %1 行。</translation>
    </message>
    <message>
        <source>Check the spelling of the host and the network.</source>
        <translation>请检查主机名的拼写和网络。</translation>
    </message>
    <message>
        <source>Start the server, or check the port.</source>
        <translation>请启动服务器，或检查端口。</translation>
    </message>
    <message>
        <source>Check address, firewall and proxy.</source>
        <translation>请检查地址、防火墙和代理。</translation>
    </message>
    <message>
        <source>Options can accept any certificate; do so only where you trust the line.</source>
        <translation>可在“选项”中接受任何证书；仅在信任该线路时这样做。</translation>
    </message>
    <message>
        <source>Check that the port speaks TLS, or use http://.</source>
        <translation>请确认该端口使用 TLS，或改用 http://。</translation>
    </message>
    <message>
        <source>Check path and headers; “Resilient” in Options retries 408, 425, 429 and 5xx.</source>
        <translation>请检查路径和请求头；“选项”中的“宽容”会重试 408、425、429 和 5xx。</translation>
    </message>
    <message>
        <source>This address is not a feed; check its path.</source>
        <translation>此地址不是事件源；请检查路径。</translation>
    </message>
    <message>
        <source>Check the proxy of the system.</source>
        <translation>请检查系统代理。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>no feed</source>
        <translation>非事件源</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>GeneratedValue</name>
    <message>
        <source>A new UUID at each place.</source>
        <translation>每处都是一个新的 UUID。</translation>
    </message>
    <message>
        <source>The time: seconds since 1970.</source>
        <translation>当前时间：自 1970 年起的秒数。</translation>
    </message>
    <message>
        <source>The time: milliseconds since 1970.</source>
        <translation>当前时间：自 1970 年起的毫秒数。</translation>
    </message>
    <message>
        <source>The time in UTC, as 2026-11-24T08:30:00.000Z.</source>
        <translation>当前 UTC 时间，形如 2026-11-24T08:30:00.000Z。</translation>
    </message>
    <message>
        <source>A random whole number from 0 to 1000.</source>
        <translation>0 到 1000 之间的随机整数。</translation>
    </message>
    <message>
        <source>Counts on at each place: 1, 2, 3.</source>
        <translation>每处递增：1、2、3。</translation>
    </message>
</context>
<context>
    <name>Handshake</name>
    <message>
        <source>a page of HTML</source>
        <translation>一个 HTML 页面</translation>
    </message>
    <message>
        <source>to %1, which a WebSocket does not follow</source>
        <translation>指向 %1，WebSocket 不会跟随</translation>
    </message>
    <message>
        <source>it asks for %1</source>
        <translation>它要求 %1</translation>
    </message>
    <message>
        <source>the answer is no HTTP, it begins with “%1”</source>
        <translation>应答不是 HTTP，开头为“%1”</translation>
    </message>
    <message>
        <source>the answer 101 has no header “Upgrade: websocket”</source>
        <translation>101 应答没有标头“Upgrade: websocket”</translation>
    </message>
    <message>
        <source>the answer 101 has no header “Connection: Upgrade”</source>
        <translation>101 应答没有标头“Connection: Upgrade”</translation>
    </message>
    <message>
        <source>the answer has no Sec-WebSocket-Accept</source>
        <translation>应答没有 Sec-WebSocket-Accept</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept is “%1”, which does not belong to the key that was sent</source>
        <translation>Sec-WebSocket-Accept 为“%1”，与发送的密钥不符</translation>
    </message>
    <message>
        <source>the server chose the subprotocol “%1”, which was not offered</source>
        <translation>服务器选择了未提供的子协议“%1”</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>“%1” is for the shell to fill in; it is kept as it stands.</source>
        <translation>“%1”应由 Shell 填入；此处原样保留。</translation>
    </message>
    <message>
        <source>The shell ends the command at “%1”; what follows is left out.</source>
        <translation>Shell 在“%1”处结束命令；其后的内容未导入。</translation>
    </message>
    <message>
        <source>A quote is never closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>内容超过 64 MiB</translation>
    </message>
    <message>
        <source>Bytes that are no text were replaced.</source>
        <translation>不是文本的字节已被替换。</translation>
    </message>
    <message>
        <source>The assignment “%1…” is left out.</source>
        <translation>赋值“%1…”未导入。</translation>
    </message>
    <message>
        <source>it is no command line of %1</source>
        <translation>这不是 %1 的命令行</translation>
    </message>
    <message>
        <source>a proxy is http:// or socks5://</source>
        <translation>代理必须是 http:// 或 socks5://</translation>
    </message>
    <message>
        <source>Weir tries again without a limit</source>
        <translation>Weir 会不限次数地重试</translation>
    </message>
    <message>
        <source>the file %1 was not read</source>
        <translation>文件 %1 未被读取</translation>
    </message>
    <message>
        <source>The header “%1” has no colon.</source>
        <translation>标头“%1”没有冒号。</translation>
    </message>
    <message>
        <source>%1: the login is left out, Weir knows Basic and tokens.</source>
        <translation>%1：未导入登录信息，Weir 支持 Basic 和令牌。</translation>
    </message>
    <message>
        <source>The header “%1” without a value: Weir may send its own.</source>
        <translation>没有值的标头“%1”：Weir 可能会发送自己的值。</translation>
    </message>
    <message>
        <source>The brackets of the URL: curl would ask for several.</source>
        <translation>URL 中的括号：curl 会请求多个地址。</translation>
    </message>
    <message>
        <source>%1: curl has no such option.</source>
        <translation>%1：curl 没有这个选项。</translation>
    </message>
    <message>
        <source>%1: its value is missing.</source>
        <translation>%1：缺少它的值。</translation>
    </message>
    <message>
        <source>the command line has no URL</source>
        <translation>命令行中没有 URL</translation>
    </message>
    <message>
        <source>the data would come from another program</source>
        <translation>数据来自另一个程序</translation>
    </message>
    <message>
        <source>the file %1 is too large</source>
        <translation>文件 %1 太大</translation>
    </message>
    <message>
        <source>the file %1 is not text in UTF-8</source>
        <translation>文件 %1 不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>The header “%1: %2”: Weir decides on that itself.</source>
        <translation>标头“%1: %2”：由 Weir 自行决定。</translation>
    </message>
    <message>
        <source>The body of the request: an opening handshake has none.</source>
        <translation>请求正文：打开握手没有正文。</translation>
    </message>
    <message>
        <source>The method %1: an opening handshake is always a GET.</source>
        <translation>方法 %1：打开握手总是 GET。</translation>
    </message>
    <message>
        <source>A shell would expand the braces of “%1”; they are kept.</source>
        <translation>Shell 会展开“%1”中的花括号；此处原样保留。</translation>
    </message>
    <message>
        <source>The redirection “%1” is left out.</source>
        <translation>重定向“%1”未导入。</translation>
    </message>
    <message>
        <source>The field “%1” of the form, which is switched off.</source>
        <translation>表单中已停用的字段“%1”。</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>it holds too many values</source>
        <translation>其中的值太多</translation>
    </message>
    <message>
        <source>it is not JSON, see line %1</source>
        <translation>这不是 JSON，见第 %1 行</translation>
    </message>
    <message>
        <source>it holds a number that is too large</source>
        <translation>其中有过大的数字</translation>
    </message>
    <message>
        <source>it is a Postman collection of version 1; export it as version 2.1</source>
        <translation>这是 Postman 第 1 版集合；请导出为 2.1 版</translation>
    </message>
    <message>
        <source>it is none of Postman, Insomnia, Hoppscotch, HAR or an MCP configuration</source>
        <translation>这不是 Postman、Insomnia、Hoppscotch、HAR 或 MCP 配置</translation>
    </message>
    <message>
        <source>it is Insomnia&apos;s YAML; export it as Insomnia v4 (JSON)</source>
        <translation>这是 Insomnia 的 YAML；请导出为 Insomnia v4（JSON）</translation>
    </message>
    <message>
        <source>it holds no request</source>
        <translation>其中没有请求</translation>
    </message>
    <message>
        <source>The certificates that are trusted by their fingerprints.</source>
        <translation>按指纹信任的证书。</translation>
    </message>
    <message>
        <source>The client certificate: websocat takes PKCS#12 only.</source>
        <translation>客户端证书：websocat 只支持 PKCS#12。</translation>
    </message>
    <message>
        <source>The file of certificates that are trusted.</source>
        <translation>受信任证书的文件。</translation>
    </message>
    <message>
        <source>The proxy.</source>
        <translation>代理。</translation>
    </message>
    <message>
        <source>The password of the key.</source>
        <translation>密钥的密码。</translation>
    </message>
    <message>
        <source>The least TLS version.</source>
        <translation>最低 TLS 版本。</translation>
    </message>
    <message>
        <source>HTTP/2.</source>
        <translation>HTTP/2。</translation>
    </message>
    <message>
        <source>The TLS settings.</source>
        <translation>TLS 设置。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of type “%1”</source>
        <translation>
            <numerusform>%n 个类型为“%1”的请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) that say the same as an earlier one</source>
        <translation>
            <numerusform>%n 个与之前相同的请求</numerusform>
        </translation>
    </message>
    <message>
        <source>it has no request</source>
        <translation>没有请求</translation>
    </message>
    <message>
        <source>a script (%1)</source>
        <translation>一个脚本（%1）</translation>
    </message>
    <message>
        <source>The body (%1).</source>
        <translation>正文（%1）。</translation>
    </message>
    <message>
        <source>The login (%1).</source>
        <translation>登录信息（%1）。</translation>
    </message>
    <message numerus="yes">
        <source>%n cookie(s)</source>
        <translation>
            <numerusform>%n 个 Cookie</numerusform>
        </translation>
    </message>
    <message>
        <source>Values that Insomnia computes; their text is kept.</source>
        <translation>由 Insomnia 计算的值；保留其原文。</translation>
    </message>
    <message>
        <source>it is a program to start and has no URL</source>
        <translation>这是要启动的程序，没有 URL</translation>
    </message>
    <message>
        <source>it has no URL</source>
        <translation>没有 URL</translation>
    </message>
    <message>
        <source>Calls: this server answers over a feed, which is what is taken.</source>
        <translation>调用：此服务器通过事件流应答，导入的是该事件流。</translation>
    </message>
    <message numerus="yes">
        <source>%n saved response(s)</source>
        <translation>
            <numerusform>%n 个已保存的响应</numerusform>
        </translation>
    </message>
    <message>
        <source>How the OAuth 2 token is renewed; the token is taken.</source>
        <translation>OAuth 2 令牌的续期方式；令牌本身已导入。</translation>
    </message>
    <message>
        <source>the command line starts a server</source>
        <translation>该命令行启动的是服务器</translation>
    </message>
    <message>
        <source>%1: %2 has no such option.</source>
        <translation>%1：%2 没有这个选项。</translation>
    </message>
    <message>
        <source>The message: it is no request of JSON-RPC.</source>
        <translation>消息：它不是 JSON-RPC 请求。</translation>
    </message>
    <message>
        <source>The message: curl opens the line and sends none.</source>
        <translation>消息：curl 只建立连接，不发送消息。</translation>
    </message>
</context>
<context>
    <name>JsonFault</name>
    <message>
        <source>the JSON ends too early.</source>
        <translation>JSON 提前结束。</translation>
    </message>
    <message>
        <source>“%1” cannot stand here.</source>
        <translation>此处不能出现“%1”。</translation>
    </message>
    <message>
        <source>“%1” follows the end of the JSON.</source>
        <translation>JSON 结束之后还有“%1”。</translation>
    </message>
    <message>
        <source>this is not a number as JSON has it.</source>
        <translation>这不是 JSON 中的数字。</translation>
    </message>
    <message>
        <source>this is not an escape that JSON knows.</source>
        <translation>这不是 JSON 认识的转义。</translation>
    </message>
    <message>
        <source>a string holds a line break or another control character.</source>
        <translation>字符串中有换行或其他控制字符。</translation>
    </message>
    <message>
        <source>this is not UTF-8.</source>
        <translation>这不是 UTF-8。</translation>
    </message>
    <message>
        <source>more than %1 levels stand in each other.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>formatted it would be too large.</source>
        <translation>格式化后会过大。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>half of a character, which UTF-8 cannot hold.</source>
        <translation>半个字符，UTF-8 无法表示。</translation>
    </message>
    <message>
        <source>With its variables filled in: %1</source>
        <translation>填入变量之后：%1</translation>
    </message>
    <message>
        <source>no digits behind “0x”.</source>
        <translation>“0x”之后没有数字。</translation>
    </message>
    <message>
        <source>“%1” is not a hexadecimal digit.</source>
        <translation>“%1”不是十六进制数字。</translation>
    </message>
    <message>
        <source>a byte has two digits, and this one has one.</source>
        <translation>一个字节有两位数字，这里只有一位。</translation>
    </message>
    <message>
        <source>“%1” does not occur in base64.</source>
        <translation>base64 中没有“%1”。</translation>
    </message>
    <message>
        <source>“=” stands only at the end of base64.</source>
        <translation>“=”只能出现在 base64 的末尾。</translation>
    </message>
    <message>
        <source>“+” and “/” do not stand with “-” and “_” in one base64 text.</source>
        <translation>同一段 base64 中，“+”“/”不能与“-”“_”混用。</translation>
    </message>
    <message>
        <source>base64 comes in groups of four characters, and the last one has %1.</source>
        <translation>base64 每四个字符一组，而最后一组有 %1 个。</translation>
    </message>
    <message>
        <source>The file %1 is larger than %2 MiB, the most that is sent in one message.</source>
        <translation>文件 %1 超过 %2 MiB，这是一条消息所能发送的上限。</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 不是文件。</translation>
    </message>
</context>
<context>
    <name>NetworkError</name>
    <message>
        <source>%1; it may ask for a client certificate</source>
        <translation>%1；服务器可能要求客户端证书</translation>
    </message>
</context>
<context>
    <name>OpenRpc</name>
    <message>
        <source>This is neither an OpenRPC document nor a list of methods.</source>
        <translation>这既不是 OpenRPC 文档，也不是方法列表。</translation>
    </message>
    <message>
        <source>This is an OpenAPI document: it describes no JSON-RPC.</source>
        <translation>这是 OpenAPI 文档：它不描述 JSON-RPC。</translation>
    </message>
    <message>
        <source>This is no OpenRPC document: “methods” is missing.</source>
        <translation>这不是 OpenRPC 文档：缺少“methods”。</translation>
    </message>
    <message>
        <source>This is no OpenRPC document: “methods” is not a list.</source>
        <translation>这不是 OpenRPC 文档：“methods”不是列表。</translation>
    </message>
    <message>
        <source>“info” is missing: the service has no title.</source>
        <translation>缺少“info”：该服务没有标题。</translation>
    </message>
    <message>
        <source>“openrpc” is missing: it is read as version 1.</source>
        <translation>缺少“openrpc”：按版本 1 读取。</translation>
    </message>
    <message>
        <source>This is version %1 of OpenRPC: it is read as version 1.</source>
        <translation>这是 OpenRPC 版本 %1：按版本 1 读取。</translation>
    </message>
    <message>
        <source>“methods” is an object and not a list: its names are taken for those of the methods.</source>
        <translation>“methods”是对象而不是列表：其成员名被当作方法名。</translation>
    </message>
    <message>
        <source>A method without a name is left out.</source>
        <translation>略去了一个没有名称的方法。</translation>
    </message>
    <message>
        <source>“%1” is there twice: the first one counts.</source>
        <translation>“%1”出现了两次：以第一个为准。</translation>
    </message>
    <message>
        <source>The params of “%1” are an object and not a list.</source>
        <translation>“%1”的参数是对象而不是列表。</translation>
    </message>
    <message>
        <source>Parameter %1 of “%2” has no name.</source>
        <translation>“%2”的第 %1 个参数没有名称。</translation>
    </message>
    <message>
        <source>“%1” leads nowhere: anything is taken there.</source>
        <translation>“%1”没有指向任何内容：该处接受任何值。</translation>
    </message>
    <message>
        <source>“%1” leads round in circles: anything is taken there.</source>
        <translation>“%1”循环引用：该处接受任何值。</translation>
    </message>
    <message>
        <source>There is more of this kind.</source>
        <translation>还有更多类似情况。</translation>
    </message>
    <message>
        <source>This is larger than %1 MiB.</source>
        <translation>超过了 %1 MiB。</translation>
    </message>
</context>
<context>
    <name>PayloadType</name>
    <message>
        <source>PNG image</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <source>WebP image</source>
        <translation>WebP 图片</translation>
    </message>
    <message>
        <source>SVG image</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>gzip data</source>
        <translation>gzip 数据</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
</context>
<context>
    <name>ProfileFault</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取该文件：%1。</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>The file is larger than 4 MiB.</source>
        <translation>该文件大于 4 MiB。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark; save it as UTF-8 without one.</source>
        <translation>该文件以字节顺序标记开头；请保存为不带该标记的 UTF-8。</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>文本不是 UTF-8。</translation>
    </message>
    <message>
        <source>The JSON is not valid at “%1”.</source>
        <translation>JSON 在“%1”处无效。</translation>
    </message>
    <message>
        <source>The JSON ends too early.</source>
        <translation>JSON 过早结束。</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply.</source>
        <translation>JSON 嵌套过深。</translation>
    </message>
    <message>
        <source>The member “%1” stands here for the second time.</source>
        <translation>成员“%1”在此处重复出现。</translation>
    </message>
    <message>
        <source>The file must hold one JSON object.</source>
        <translation>该文件必须包含一个 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>“%1”必须是对象。</translation>
    </message>
    <message>
        <source>This is not a file of Weir: it has no member “weir” with a version.</source>
        <translation>这不是 Weir 的文件：缺少带版本号的成员“weir”。</translation>
    </message>
    <message>
        <source>The file has format version %1, which is newer than this program.</source>
        <translation>该文件的格式版本 %1 比本程序新。</translation>
    </message>
    <message>
        <source>“%1” must be text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>“%1” must be text or a list of lines.</source>
        <translation>“%1”必须是文本或行的列表。</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>“%1”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>The number “%1” is too small or too large.</source>
        <translation>数字“%1”过小或过大。</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>“%1”必须是列表。</translation>
    </message>
    <message>
        <source>The value of “%1” is not one that this program knows.</source>
        <translation>本程序不认识“%1”的值。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
</context>
<context>
    <name>ProfileResolver</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Header %1</source>
        <translation>请求头 %1</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>参数 %1</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>身份验证</translation>
    </message>
    <message>
        <source>The token is empty.</source>
        <translation>令牌为空。</translation>
    </message>
    <message>
        <source>The value of the header Authorization is empty.</source>
        <translation>请求头 Authorization 的值为空。</translation>
    </message>
    <message>
        <source>Basic does not allow a colon in the name of the user.</source>
        <translation>Basic 不允许用户名中出现冒号。</translation>
    </message>
    <message>
        <source>Basic does not allow control characters, not even a line break at the end.</source>
        <translation>Basic 不允许控制字符，末尾的换行也不行。</translation>
    </message>
    <message>
        <source>The API key has no name.</source>
        <translation>API 密钥没有名称。</translation>
    </message>
    <message>
        <source>The header %1 is also among the headers; switch it off there.</source>
        <translation>请求头列表中也有 %1；请在那里将其关闭。</translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>客户端证书的私钥</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>子协议</translation>
    </message>
</context>
<context>
    <name>ProxyError</name>
    <message>
        <source>%1, or the proxy %2 did because of its password</source>
        <translation>%1，也可能是代理 %2 因密码而如此应答</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>The last recording ended abruptly: %1 bytes behind the last whole batch were moved to %2.</source>
        <translation>上次录制意外中断：最后一个完整批次之后的 %1 字节已移到 %2。</translation>
    </message>
</context>
<context>
    <name>ResultText</name>
    <message>
        <source>%1 is “%2” in JSON-RPC 2.0.</source>
        <translation>%1 在 JSON-RPC 2.0 中是“%2”。</translation>
    </message>
    <message>
        <source>⚠ The result is not what the method promises.</source>
        <translation>⚠ 结果与该方法的声明不符。</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>……还有 %1 处。</translation>
    </message>
    <message>
        <source>Fill in the form and send the call: its result appears here.</source>
        <translation>填写表单并发送调用，结果会显示在这里。</translation>
    </message>
    <message>
        <source>A notification has no id: no reply is expected, and none is waited for.</source>
        <translation>通知没有 id：不需要回复，也不等待回复。</translation>
    </message>
    <message>
        <source>The answers of this batch came one by one: open it in the list.</source>
        <translation>这个批量的应答是逐个到达的：请在列表中展开它。</translation>
    </message>
    <message>
        <source>Waiting for the answer.</source>
        <translation>正在等待应答。</translation>
    </message>
    <message>
        <source>This was answered to the server.</source>
        <translation>已这样回复服务器。</translation>
    </message>
    <message>
        <source>The server asks this and waits for a reply.</source>
        <translation>服务器提出此请求并等待回复。</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>请求已发送</translation>
    </message>
    <message>
        <source>Response header</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
</context>
<context>
    <name>RpcJournal</name>
    <message>
        <source>%1 (id %2)</source>
        <translation>%1（id %2）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>The answer to %1 came %2 after it was sent; nobody waited for it any more.</source>
        <translation>对 %1 的应答在发送后 %2 才到；已经没有人等待它。</translation>
    </message>
    <message>
        <source>%1 Calls of this batch without an answer: %2.</source>
        <translation>%1 此批处理中没有应答的调用：%2。</translation>
    </message>
    <message>
        <source>%1 was given up by hand.</source>
        <translation>%1 已被手动放弃。</translation>
    </message>
    <message>
        <source>No answer to %1 in %2.</source>
        <translation>%2 内没有对 %1 的应答。</translation>
    </message>
</context>
<context>
    <name>RpcMessage</name>
    <message>
        <source>This is not JSON.</source>
        <translation>这不是 JSON。</translation>
    </message>
    <message>
        <source>A message of JSON-RPC is an object; this is none.</source>
        <translation>JSON-RPC 的消息是对象；这不是对象。</translation>
    </message>
    <message>
        <source>A batch must not be empty.</source>
        <translation>批处理不能为空。</translation>
    </message>
    <message>
        <source>The member “jsonrpc” is missing; JSON-RPC 2.0 asks for it.</source>
        <translation>缺少成员“jsonrpc”；JSON-RPC 2.0 要求有它。</translation>
    </message>
    <message>
        <source>The member “jsonrpc” is not &quot;2.0&quot;.</source>
        <translation>成员“jsonrpc”不是 &quot;2.0&quot;。</translation>
    </message>
    <message>
        <source>The method is not a string.</source>
        <translation>方法不是字符串。</translation>
    </message>
    <message>
        <source>The params are neither an object nor an array.</source>
        <translation>参数既不是对象也不是数组。</translation>
    </message>
    <message>
        <source>The id is neither a string nor a number nor null.</source>
        <translation>id 既不是字符串、数字，也不是 null。</translation>
    </message>
    <message>
        <source>The answer has no id.</source>
        <translation>应答没有 id。</translation>
    </message>
    <message>
        <source>The answer has both a result and an error.</source>
        <translation>应答同时有结果和错误。</translation>
    </message>
    <message>
        <source>The message has neither a method nor a result nor an error.</source>
        <translation>消息既没有方法，也没有结果或错误。</translation>
    </message>
    <message>
        <source>The error is not an object with an integer code and a message.</source>
        <translation>错误不是带有整数代码和消息的对象。</translation>
    </message>
    <message>
        <source>The message has a method and an outcome: it is neither a call nor an answer.</source>
        <translation>消息既有方法又有结果或错误：它既不是调用也不是应答。</translation>
    </message>
    <message>
        <source>No call has this id.</source>
        <translation>没有调用使用这个 id。</translation>
    </message>
    <message>
        <source>This call was answered before.</source>
        <translation>这个调用之前已有应答。</translation>
    </message>
    <message>
        <source>This answers a notification, which must not be answered.</source>
        <translation>这是对通知的应答，而通知不得被应答。</translation>
    </message>
    <message>
        <source>Parse error</source>
        <translation>解析错误</translation>
    </message>
    <message>
        <source>Invalid Request</source>
        <translation>无效请求</translation>
    </message>
    <message>
        <source>Method not found</source>
        <translation>找不到方法</translation>
    </message>
    <message>
        <source>Invalid params</source>
        <translation>无效参数</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>Reserved by JSON-RPC</source>
        <translation>由 JSON-RPC 保留</translation>
    </message>
</context>
<context>
    <name>SchemaCheck</name>
    <message>
        <source>Nothing can stand here.</source>
        <translation>此处不能有任何值。</translation>
    </message>
    <message>
        <source>A number is missing here.</source>
        <translation>此处缺少数字。</translation>
    </message>
    <message>
        <source>%1 is not %2.</source>
        <translation>%1不是%2。</translation>
    </message>
    <message>
        <source>%1 is none of the values that can stand here.</source>
        <translation>%1不在此处允许的值之列。</translation>
    </message>
    <message>
        <source>%1 is not what has to stand here.</source>
        <translation>%1不是此处必须的值。</translation>
    </message>
    <message>
        <source>An item is there twice.</source>
        <translation>有一项出现了两次。</translation>
    </message>
    <message>
        <source>%1 has the wrong length.</source>
        <translation>%1的长度不对。</translation>
    </message>
    <message>
        <source>%1 is not a %2 of RFC 3339.</source>
        <translation>%1不是 RFC 3339 的 %2。</translation>
    </message>
    <message>
        <source>The number of items is wrong.</source>
        <translation>项数不对。</translation>
    </message>
    <message>
        <source>The number of members is wrong.</source>
        <translation>成员数不对。</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1超出范围。</translation>
    </message>
    <message>
        <source>%1 is not a multiple of %2.</source>
        <translation>%1不是 %2 的倍数。</translation>
    </message>
    <message>
        <source>%1 does not match.</source>
        <translation>%1不匹配。</translation>
    </message>
    <message>
        <source>The method expects %1.</source>
        <translation>该方法要求：%1。</translation>
    </message>
    <message>
        <source>Expected: %1.</source>
        <translation>应为：%1。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a name that can stand here.</source>
        <translation>“%1”不是此处允许的名称。</translation>
    </message>
    <message>
        <source>There is no “%1” here.</source>
        <translation>此处没有“%1”。</translation>
    </message>
    <message>
        <source>An item that has to be among them is missing.</source>
        <translation>缺少必须包含的一项。</translation>
    </message>
    <message>
        <source>%1 fits none of the %2 alternatives.</source>
        <translation>%1不符合 %2 种可能中的任何一种。</translation>
    </message>
    <message>
        <source>%1 fits %2 alternatives where it has to fit one.</source>
        <translation>%1符合 %2 种可能，而只应符合一种。</translation>
    </message>
    <message>
        <source>%1 is what cannot stand here.</source>
        <translation>此处不能是%1。</translation>
    </message>
</context>
<context>
    <name>SseParser</name>
    <message>
        <source>Unknown field: </source>
        <translation>未知字段：</translation>
    </message>
    <message>
        <source>Not a number of milliseconds: </source>
        <translation>不是毫秒数：</translation>
    </message>
    <message>
        <source>An id with a NULL character or too long: </source>
        <translation>含 NULL 字符或过长的 id：</translation>
    </message>
    <message>
        <source>An event without data: </source>
        <translation>没有数据的事件：</translation>
    </message>
    <message>
        <source>Incomplete at the end of the stream: </source>
        <translation>流末尾不完整：</translation>
    </message>
</context>
<context>
    <name>VariableLook</name>
    <message>
        <source>A variable of this connection</source>
        <translation>此连接的变量</translation>
    </message>
    <message>
        <source>From the environment that is chosen</source>
        <translation>来自所选环境</translation>
    </message>
    <message>
        <source>From the process that started Weir</source>
        <translation>来自启动 Weir 的进程</translation>
    </message>
    <message>
        <source>A secret: its value is not shown</source>
        <translation>机密：不显示其值</translation>
    </message>
    <message>
        <source>Made anew at every place</source>
        <translation>每处都重新生成</translation>
    </message>
    <message>
        <source>Stands for this text, and for no variable</source>
        <translation>代表这段文字，不是变量</translation>
    </message>
</context>
<context>
    <name>Variables</name>
    <message>
        <source>%1 has no value in the environment “%2”.</source>
        <translation>%1 在环境“%2”中没有值。</translation>
    </message>
    <message>
        <source>%1 has no value, and no environment is chosen.</source>
        <translation>%1 没有值，且未选择环境。</translation>
    </message>
    <message>
        <source>%1 has no value: the secret is not there.</source>
        <translation>%1 没有值：该机密不存在。</translation>
    </message>
    <message>
        <source>%1 has no value: the variable is not set where Weir was started.</source>
        <translation>%1 没有值：启动 Weir 的环境中未设置该变量。</translation>
    </message>
    <message>
        <source>%1 is not a value that Weir generates; there are %2 and $env.NAME.</source>
        <translation>%1 不是 Weir 能生成的值；可用的有 %2 以及 $env.NAME。</translation>
    </message>
    <message>
        <source>Variables lead in a circle: %1.</source>
        <translation>变量循环引用：%1。</translation>
    </message>
    <message>
        <source>%1 leads through more than %2 variables that stand in each other.</source>
        <translation>%1 的变量嵌套超过 %2 层。</translation>
    </message>
    <message>
        <source>%1 becomes too large: more than %2 characters or %3 variables.</source>
        <translation>%1 展开后过大：超过 %2 个字符或 %3 个变量。</translation>
    </message>
    <message>
        <source>“{{}}” names no variable; the two braces themselves are written \{{.</source>
        <translation>“{{}}”未指明变量；要写出两个花括号本身，请写 \{{。</translation>
    </message>
    <message>
        <source>“{{” is not closed by “}}”; the two braces themselves are written \{{.</source>
        <translation>“{{”没有以“}}”结束；要写出两个花括号本身，请写 \{{。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>“%1” is neither a verb nor an option; see weir --help.</source>
        <translation>“%1”既不是命令也不是选项；请参阅 weir --help。</translation>
    </message>
    <message>
        <source>There is no display to open a window on; see weir --help for what works without one.</source>
        <translation>没有可用于打开窗口的显示器；无需显示器的功能请参阅 weir --help。</translation>
    </message>
    <message>
        <source>--capture needs the name of a file.</source>
        <translation>--capture 需要一个文件名。</translation>
    </message>
</context>
<context>
    <name>weir::AnswerForm</name>
    <message>
        <source>Method that the server calls</source>
        <translation>服务器调用的方法</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>What is wrong with the answer</source>
        <translation>应答有何问题</translation>
    </message>
    <message>
        <source>Save as rule for this method</source>
        <translation>存为此方法的规则</translation>
    </message>
    <message>
        <source>Send answer ⌃↵</source>
        <translation>发送应答 ⌃↵</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>No parameters</source>
        <translation>无参数</translation>
    </message>
    <message>
        <source>With its variables filled in this is not JSON. %1</source>
        <translation>填入变量之后，这不是 JSON。%1</translation>
    </message>
    <message>
        <source>An answer needs a result; null is one.</source>
        <translation>应答必须有结果；null 也算。</translation>
    </message>
    <message>
        <source>The code of an error is an integer.</source>
        <translation>错误代码须为整数。</translation>
    </message>
    <message>
        <source>Server asks</source>
        <translation>服务器请求</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters of the request</source>
        <translation>请求的参数</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>应答类型</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>发送应答</translation>
    </message>
    <message>
        <source>Send the answer (Ctrl+Enter)</source>
        <translation>发送应答（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Answer every request of this method like this from now on</source>
        <translation>今后此方法的请求都这样应答</translation>
    </message>
    <message>
        <source>This is too long to be edited here.</source>
        <translation>内容过长，无法在此编辑。</translation>
    </message>
    <message>
        <source>Result as JSON</source>
        <translation>JSON 结果</translation>
    </message>
    <message>
        <source>Any JSON value  {{variables}} are filled in</source>
        <translation>任意 JSON 值  {{变量}} 会被填入</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Code of the error</source>
        <translation>错误代码</translation>
    </message>
    <message>
        <source>Message of the error</source>
        <translation>错误消息</translation>
    </message>
    <message>
        <source>Data of the error, as JSON</source>
        <translation>错误数据（JSON）</translation>
    </message>
    <message>
        <source>Any JSON value, or nothing</source>
        <translation>任意 JSON 值，也可留空</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>weir::AnswerModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 is on</source>
        <translation>%1 已启用</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 已停用</translation>
    </message>
    <message>
        <source>Not as it was saved</source>
        <translation>与保存的不同</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>weir::AnswersPage</name>
    <message>
        <source>What is wrong with an answer</source>
        <translation>应答有什么问题</translation>
    </message>
    <message>
        <source>Answers to the server&apos;s requests</source>
        <translation>对服务器请求的应答</translation>
    </message>
    <message>
        <source>Method; * is any</source>
        <translation>方法；* 表示任意</translation>
    </message>
    <message>
        <source>What the server is told when it asks</source>
        <translation>服务器询问时得到的内容</translation>
    </message>
    <message>
        <source>The answer to “%1”: %2</source>
        <translation>对“%1”的应答：%2</translation>
    </message>
    <message>
        <source>The answer to “%1”: an error has a code, which is a number, and a message.</source>
        <translation>对“%1”的应答：错误需要有数字形式的 code 和一个 message。</translation>
    </message>
</context>
<context>
    <name>weir::AuthPage</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Basic: user and password</source>
        <translation>Basic：用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>API key in a header</source>
        <translation>标头中的 API 密钥</translation>
    </message>
    <message>
        <source>API key in the URL</source>
        <translation>URL 中的 API 密钥</translation>
    </message>
    <message>
        <source>Custom Authorization</source>
        <translation>自定义 Authorization</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Authorization</translation>
    </message>
    <message>
        <source>the whole value, for example Token {{secret.NAME}}</source>
        <translation>完整的值，例如 Token {{secret.NAME}}</translation>
    </message>
</context>
<context>
    <name>weir::BatchModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>No reply is expected</source>
        <translation>无需应答</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已应答 %1/%2</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 个错误</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>notification, no reply expected</source>
        <translation>通知，无需应答</translation>
    </message>
</context>
<context>
    <name>weir::BatchPanel</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>What came of the batch</source>
        <translation>批量的结果</translation>
    </message>
    <message>
        <source>Ids of the batch</source>
        <translation>批量中的 id</translation>
    </message>
    <message>
        <source>Why it cannot be sent</source>
        <translation>无法发送的原因</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Send batch ⌃↵</source>
        <translation>发送批量 ⌃↵</translation>
    </message>
    <message>
        <source>Write a call and choose “Add to batch”.</source>
        <translation>先填写调用，再选“加入批量”。</translation>
    </message>
    <message>
        <source>The batch is too long to be shown here.</source>
        <translation>批量过长，无法在此显示。</translation>
    </message>
    <message>
        <source>With its variables filled in this is not JSON. %1</source>
        <translation>填入变量之后，这不是 JSON。%1</translation>
    </message>
    <message>
        <source>Two calls have the id %1: their answers cannot be told apart.</source>
        <translation>有两个调用的 id 都是 %1：无法区分它们的应答。</translation>
    </message>
    <message>
        <source>Calls of the batch</source>
        <translation>批量中的调用</translation>
    </message>
    <message>
        <source>Take the call back into the form (Enter)</source>
        <translation>把调用放回表单（Enter）</translation>
    </message>
    <message>
        <source>Take the call out of the batch (Delete)</source>
        <translation>从批量中移除此调用（Delete）</translation>
    </message>
    <message>
        <source>The batch as it is sent</source>
        <translation>将要发送的批量</translation>
    </message>
    <message>
        <source>Send the batch as it stands, wrong as it is</source>
        <translation>按现状发送批量，即使有误</translation>
    </message>
    <message>
        <source>Send batch</source>
        <translation>发送批量</translation>
    </message>
    <message>
        <source>Send all of them in one message (Ctrl+Enter)</source>
        <translation>在一条消息中全部发送（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>weir::BubbleContent</name>
    <message>
        <source>ping received</source>
        <translation>收到 ping</translation>
    </message>
    <message>
        <source>ping sent</source>
        <translation>已发送 ping</translation>
    </message>
    <message>
        <source>pong sent</source>
        <translation>已发送 pong</translation>
    </message>
    <message>
        <source>pong received</source>
        <translation>收到 pong</translation>
    </message>
    <message>
        <source>close sent</source>
        <translation>已发送关闭帧</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>▦ binary, %1</source>
        <translation>▦ 二进制，%1</translation>
    </message>
    <message>
        <source>hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>secrets masked</source>
        <translation>机密已遮盖</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>前 %1，共 %2</translation>
    </message>
    <message>
        <source>the beginning of %1</source>
        <translation>%1 的开头部分</translation>
    </message>
    <message>
        <source>open in detail</source>
        <translation>在详情中打开</translation>
    </message>
    <message>
        <source>collapse</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>sent, %1, %2 bytes: %3</source>
        <translation>已发送，%1，%2 字节：%3</translation>
    </message>
    <message>
        <source>received, %1, %2 bytes: %3</source>
        <translation>已接收，%1，%2 字节：%3</translation>
    </message>
</context>
<context>
    <name>weir::CallDiff</name>
    <message>
        <source>%1, id %2, %3</source>
        <translation>%1，id %2，%3</translation>
    </message>
    <message>
        <source>Choose a call, or two of them, to see what differs.</source>
        <translation>选择一个或两个调用，查看差异。</translation>
    </message>
    <message>
        <source>There is no answer yet that could be compared.</source>
        <translation>还没有可以比较的应答。</translation>
    </message>
    <message>
        <source>This is the first answer of its method. Choose two calls in the list, and “Compare the two results” in its menu.</source>
        <translation>这是该方法的第一个应答。请在列表中选择两个调用，再从菜单中选择“比较这两个结果”。</translation>
    </message>
</context>
<context>
    <name>weir::CallForm</name>
    <message>
        <source>Add to batch (%1)</source>
        <translation>加入批量（%1）</translation>
    </message>
    <message>
        <source>Add to batch</source>
        <translation>加入批量</translation>
    </message>
    <message>
        <source>With its variables filled in this is not JSON. %1</source>
        <translation>填入变量之后，这不是 JSON。%1</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>raw JSON</source>
        <translation>原始 JSON</translation>
    </message>
    <message>
        <source>What is wrong with the parameters</source>
        <translation>参数有何问题</translation>
    </message>
    <message>
        <source>Why it cannot be sent</source>
        <translation>无法发送的原因</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>More for this call</source>
        <translation>此调用的更多操作</translation>
    </message>
    <message>
        <source>Send ⌃↵</source>
        <translation>发送 ⌃↵</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>How parameters are given</source>
        <translation>参数的给出方式</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Parameters as JSON</source>
        <translation>JSON 参数</translation>
    </message>
    <message>
        <source>{ … } or [ … ]  {{variables}} are filled in</source>
        <translation>{ … } 或 [ … ]  {{变量}} 会被填入</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Enter)</source>
        <translation>发送请求（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send the request as it stands in the preview, wrong as it is</source>
        <translation>按预览原样发送请求，即使有误</translation>
    </message>
    <message>
        <source>Send it later, with others in one message</source>
        <translation>稍后与其他调用在一条消息中发送</translation>
    </message>
    <message>
        <source>Save as named call…</source>
        <translation>存为命名调用…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>This is too long to be edited here.</source>
        <translation>内容过长，无法在此编辑。</translation>
    </message>
</context>
<context>
    <name>weir::CallStrip</name>
    <message>
        <source>◂ The server asks</source>
        <translation>◂ 服务器询问</translation>
    </message>
    <message>
        <source>○ Waiting for the answer</source>
        <translation>○ 正在等待应答</translation>
    </message>
    <message>
        <source>○ Sent</source>
        <translation>○ 已发送</translation>
    </message>
    <message>
        <source>● Answered</source>
        <translation>● 已回复</translation>
    </message>
    <message>
        <source>● Result</source>
        <translation>● 结果</translation>
    </message>
    <message>
        <source>● Error %1</source>
        <translation>● 错误 %1</translation>
    </message>
    <message>
        <source>● Invalid answer</source>
        <translation>● 应答无效</translation>
    </message>
    <message>
        <source>✕ No answer</source>
        <translation>✕ 无应答</translation>
    </message>
    <message>
        <source>no id</source>
        <translation>无 id</translation>
    </message>
    <message>
        <source>ids %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>id %1 matched</source>
        <translation>id %1 匹配</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>What became of the call</source>
        <translation>调用的结局</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Status of HTTP</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Time from the request to the answer</source>
        <translation>从请求到应答的时间</translation>
    </message>
    <message>
        <source>Size of the answer</source>
        <translation>应答的大小</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>回复…</translation>
    </message>
    <message>
        <source>The chosen call</source>
        <translation>选中的调用</translation>
    </message>
</context>
<context>
    <name>weir::CallsDelegate</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>weir::CallsList</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Filter the calls by method, id or outcome</source>
        <translation>按方法、id 或结局筛选调用</translation>
    </message>
    <message>
        <source>Which calls are shown</source>
        <translation>显示哪些调用</translation>
    </message>
    <message>
        <source>No call is like this. All shows the others.</source>
        <translation>没有这样的调用。选择“全部”可显示其他调用。</translation>
    </message>
    <message>
        <source>Calls appear here as they are sent.</source>
        <translation>发送的调用会显示在这里。</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>回复…</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>编辑并发送</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Duplicate into the form</source>
        <translation>复制到表单</translation>
    </message>
    <message>
        <source>Save as named call…</source>
        <translation>另存为命名调用…</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>weir call</source>
        <translation>weir call</translation>
    </message>
    <message>
        <source>JSON of the request</source>
        <translation>请求的 JSON</translation>
    </message>
    <message>
        <source>JSON of the answer</source>
        <translation>应答的 JSON</translation>
    </message>
    <message>
        <source>Compare the two results</source>
        <translation>比较这两个结果</translation>
    </message>
    <message>
        <source>Show in the event log</source>
        <translation>在事件日志中显示</translation>
    </message>
</context>
<context>
    <name>weir::CallsModel</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>weir::CertificateDialog</name>
    <message>
        <source>Certificate of %1</source>
        <translation>%1 的证书</translation>
    </message>
    <message>
        <source>%1 shows a certificate that cannot be trusted.</source>
        <translation>%1 出示的证书不可信。</translation>
    </message>
    <message>
        <source>Chain of certificates, the server&apos;s own first</source>
        <translation>证书链，服务器自己的证书在最前</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Trust it for “%1”</source>
        <translation>对“%1”信任此证书</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only this certificate, told by its SHA-256, and only for this connection.</source>
        <translation>只信任这一张证书（以 SHA-256 识别），并且只用于此连接。</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>自身（自签名）</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>weir::ChatPage</name>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>pings</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>auto-reconnect on</source>
        <translation>自动重连：开</translation>
    </message>
    <message>
        <source>auto-reconnect off</source>
        <translation>自动重连：关</translation>
    </message>
    <message>
        <source>%1 · heartbeat %2</source>
        <translation>%1 · 心跳 %2</translation>
    </message>
    <message>
        <source>Messages and other rows</source>
        <translation>消息和其他行</translation>
    </message>
    <message>
        <source>Find in conversation…</source>
        <translation>在会话中查找…</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation>在会话中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一个匹配（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一个匹配（Enter）</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the messages as a table</source>
        <translation>以表格显示消息</translation>
    </message>
    <message>
        <source>Messages of the WebSocket</source>
        <translation>WebSocket 的消息</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Beside the conversation</source>
        <translation>会话旁</translation>
    </message>
    <message>
        <source>Opening handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>The opening handshake of the next attempt is shown here.</source>
        <translation>下一次尝试的握手将显示在这里。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Qt makes Sec-WebSocket-Key and keeps it to itself. It offers no extensions.</source>
        <translation>Sec-WebSocket-Key 由 Qt 生成且不公开。Qt 不提供任何扩展。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>No message matches. Choose All.</source>
        <translation>没有匹配的消息。请选择“全部”。</translation>
    </message>
    <message>
        <source>The line is open. Write a message below, or wait for one.</source>
        <translation>连接已打开。在下方撰写消息，或等待消息。</translation>
    </message>
    <message>
        <source>Type the URL of a WebSocket above, ws:// or wss://, and press Enter.</source>
        <translation>在上方输入 WebSocket 的 URL（ws:// 或 wss://），然后按 Enter。</translation>
    </message>
    <message>
        <source>Nothing yet. Press Connect to open this WebSocket.</source>
        <translation>暂无内容。点击“连接”以打开此 WebSocket。</translation>
    </message>
    <message>
        <source>%1 wait to be sent: the peer reads slowly.</source>
        <translation>%1 等待发送：对方读取缓慢。</translation>
    </message>
    <message>
        <source>This message held a secret, which the log does not have; send it from its template.</source>
        <translation>此消息含有机密，日志中没有其内容；请从模板发送。</translation>
    </message>
    <message>
        <source>Save message</source>
        <translation>保存消息</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>weir::ChatStrip</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下一次尝试</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Round trip of the last ping</source>
        <translation>上次 ping 的往返时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How the line is kept</source>
        <translation>连接保持方式</translation>
    </message>
    <message>
        <source>Connection status</source>
        <translation>连接状态</translation>
    </message>
    <message>
        <source>Round trips of the last pings</source>
        <translation>最近几次 ping 的往返时间</translation>
    </message>
    <message>
        <source>QWebSocket offers no extensions, so that messages are not compressed.</source>
        <translation>QWebSocket 不提供扩展，因此消息不会被压缩。</translation>
    </message>
    <message>
        <source>The ping goes to the server and back. Pings of the server are answered by themselves, and are rows of the log.</source>
        <translation>ping 发往服务器再返回。服务器的 ping 会自动应答，并记录为日志行。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Attempt %1 in %2</source>
        <translation>%2后进行第 %1 次尝试</translation>
    </message>
    <message>
        <source>no subprotocol</source>
        <translation>无子协议</translation>
    </message>
    <message>
        <source>subprotocol %1</source>
        <translation>子协议 %1</translation>
    </message>
    <message>
        <source>ping %1</source>
        <translation>ping %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 等待中</translation>
    </message>
    <message>
        <source>Closed with %1.</source>
        <translation>以 %1 关闭。</translation>
    </message>
</context>
<context>
    <name>weir::ChipBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>还有 %1 个…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>weir::CloseDialog</name>
    <message>
        <source>What is wrong</source>
        <translation>错误原因</translation>
    </message>
    <message>
        <source>Close the WebSocket</source>
        <translation>关闭 WebSocket</translation>
    </message>
    <message>
        <source>1000, or 3000 to 4999</source>
        <translation>1000，或 3000 至 4999</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Close with this code</source>
        <translation>以此代码关闭</translation>
    </message>
</context>
<context>
    <name>weir::ColourSwatches</name>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>By the order of connections</source>
        <translation>按连接的顺序</translation>
    </message>
</context>
<context>
    <name>weir::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>输入命令…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>weir::Composer</name>
    <message>
        <source>More for this message</source>
        <translation>此消息的更多操作</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>What is wrong with the message</source>
        <translation>消息有何问题</translation>
    </message>
    <message>
        <source>Waiting messages</source>
        <translation>等待中的消息</translation>
    </message>
    <message>
        <source>Send ⌃↵</source>
        <translation>发送 ⌃↵</translation>
    </message>
    <message>
        <source>Queue ⌃↵</source>
        <translation>排队 ⌃↵</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Send the message (Ctrl+Enter)</source>
        <translation>发送消息（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>The line is down: send the message when it is open again (Ctrl+Enter)</source>
        <translation>连接已断开：重新打开后发送消息（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Secrets are masked in this message: put them in again before it is sent.</source>
        <translation>此消息中的机密已被遮盖：发送前请重新填入。</translation>
    </message>
    <message>
        <source>The lines of this message ended in CR LF; here they end in LF.</source>
        <translation>此消息的行原以 CR LF 结尾；在这里以 LF 结尾。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写任何内容。</translation>
    </message>
    <message>
        <source>Write the message first: a template keeps what stands in the editor.</source>
        <translation>请先写消息：模板保存编辑器中的内容。</translation>
    </message>
    <message>
        <source>{ … }  {{variables}} are filled in</source>
        <translation>{ … }  {{变量}} 会被填入</translation>
    </message>
    <message>
        <source>00 ff 0a …</source>
        <translation>00 ff 0a …</translation>
    </message>
    <message>
        <source>AP8K…</source>
        <translation>AP8K…</translation>
    </message>
    <message>
        <source>A message; {{variables}} are filled in</source>
        <translation>一条消息；{{变量}} 会被填入</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>This is too large to be edited here; save it, and send it as a file.</source>
        <translation>内容过大，无法在此编辑；请保存后作为文件发送。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>File to send</source>
        <translation>要发送的文件</translation>
    </message>
    <message>
        <source>A file of up to 64 MiB, sent as one binary message</source>
        <translation>不超过 64 MiB 的文件，作为一条二进制消息发送</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Format of the message</source>
        <translation>消息的格式</translation>
    </message>
    <message>
        <source>What is written here: text and JSON are sent as text, all else as bytes</source>
        <translation>此处所写内容的格式：文本和 JSON 以文本发送，其余以字节发送</translation>
    </message>
    <message>
        <source>Format JSON</source>
        <translation>格式化 JSON</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>存为模板</translation>
    </message>
</context>
<context>
    <name>weir::ConnectionPage</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>%1
Weir tries again by itself; “Reconnect now” does not wait.</source>
        <translation>%1
Weir 会自动重试；“立即重连”则不再等待。</translation>
    </message>
    <message>
        <source>%1
Change the request above, or press Connect to try again.</source>
        <translation>%1
请修改上方的请求，或点击“连接”重试。</translation>
    </message>
    <message>
        <source>Enter the secret…</source>
        <translation>输入机密…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>显示证书…</translation>
    </message>
</context>
<context>
    <name>weir::ConnectionTree</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
</context>
<context>
    <name>weir::ConversationView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <translation>连同时间复制</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Edit and send again…</source>
        <translation>编辑后再次发送…</translation>
    </message>
    <message>
        <source>Reply with the selected text</source>
        <translation>用所选文本回复</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Open in detail</source>
        <translation>在详情中打开</translation>
    </message>
    <message>
        <source>Show as hex</source>
        <translation>以十六进制显示</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in the event log</source>
        <translation>在事件日志中显示</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 条新消息</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copied the selected text.</source>
        <translation>已复制所选文本。</translation>
    </message>
</context>
<context>
    <name>weir::Desktop</name>
    <message>
        <source>The capture %1 took half of the room for automatic captures; Weir goes on in a new one.</source>
        <translation>捕获文件 %1 已占用自动捕获空间的一半；Weir 将在新文件中继续。</translation>
    </message>
</context>
<context>
    <name>weir::DetailView</name>
    <message>
        <source>Choose an event to see it here.</source>
        <translation>选择一个事件，即可在此查看。</translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation>载荷的显示方式</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>美化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
</context>
<context>
    <name>weir::DiffView</name>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Previous change (Alt+Up)</source>
        <translation>上一处差异 (Alt+Up)</translation>
    </message>
    <message>
        <source>Next change (Alt+Down)</source>
        <translation>下一处差异 (Alt+Down)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Lines of the difference</source>
        <translation>差异的各行</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>%1 removed, %2 added</source>
        <translation>删除 %1 行，新增 %2 行</translation>
    </message>
    <message>
        <source>too long to be compared line by line</source>
        <translation>过长，无法逐行比较</translation>
    </message>
</context>
<context>
    <name>weir::Discovery</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB.</source>
        <translation>%1 大于 %2 MB。</translation>
    </message>
    <message>
        <source>rpc.discover was answered without a result.</source>
        <translation>rpc.discover 的应答没有结果。</translation>
    </message>
</context>
<context>
    <name>weir::EnvironmentDialog</name>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>新环境</translation>
    </message>
    <message>
        <source>A file of its own holds each environment. Write {{secret.NAME}} for what it must not tell.</source>
        <translation>每个环境各存为一个文件。不应写入文件的内容请用 {{secret.NAME}} 代替。</translation>
    </message>
    <message>
        <source>Add an environment, such as dev, staging or prod: a set of values for {{variables}} in URLs, headers and bodies.</source>
        <translation>添加一个环境，例如 dev、staging 或 prod：供 URL、标头和正文中的 {{变量}} 使用的一组值。</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
</context>
<context>
    <name>weir::EnvironmentRow</name>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>环境：%1</translation>
    </message>
    <message>
        <source>Whose variables are filled in</source>
        <translation>使用哪个环境的变量</translation>
    </message>
    <message>
        <source>Edit environments…</source>
        <translation>编辑环境…</translation>
    </message>
</context>
<context>
    <name>weir::EventHeader</name>
    <message>
        <source>Fit width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>weir::EventTable</name>
    <message>
        <source>%1 new</source>
        <translation>%1 条新事件</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Copy payload</source>
        <translation>复制负载</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as NDJSON</source>
        <translation>复制为 NDJSON</translation>
    </message>
    <message>
        <source>Show only “%1”</source>
        <translation>只显示“%1”</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>搜索“%1”</translation>
    </message>
    <message>
        <source>Show in the event log</source>
        <translation>在事件日志中显示</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Go to row…</source>
        <translation>转到行…</translation>
    </message>
</context>
<context>
    <name>weir::ExportBar</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>导出已取消；没有写入文件。</translation>
    </message>
    <message>
        <source>Exported %1 events to %2</source>
        <translation>已将 %1 个事件导出到 %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>weir::GoToBox</name>
    <message>
        <source>Go to row</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>行号</translation>
    </message>
</context>
<context>
    <name>weir::HexView</name>
    <message>
        <source>Payload in hexadecimal</source>
        <translation>十六进制载荷</translation>
    </message>
    <message>
        <source>Copy as hexadecimal</source>
        <translation>复制为十六进制</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>weir::IdChoice</name>
    <message>
        <source>auto (%1)</source>
        <translation>自动（%1）</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>What is wrong with the id</source>
        <translation>id 有何问题</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>The next number</source>
        <translation>下一个编号</translation>
    </message>
    <message>
        <source>A number of your own</source>
        <translation>自定数字</translation>
    </message>
    <message>
        <source>A string of your own</source>
        <translation>自定字符串</translation>
    </message>
    <message>
        <source>Allowed, and hard to tell from an error that has no id</source>
        <translation>允许使用，但难以与没有 id 的错误区分</translation>
    </message>
    <message>
        <source>No id: the server sends no answer</source>
        <translation>没有 id：服务器不会应答</translation>
    </message>
    <message>
        <source>Number that is the id</source>
        <translation>作为 id 的数字</translation>
    </message>
    <message>
        <source>String that is the id</source>
        <translation>作为 id 的字符串</translation>
    </message>
</context>
<context>
    <name>weir::ImportDialog</name>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>要导入的内容</translation>
    </message>
    <message>
        <source>Paste a command line of curl, websocat or wscat.
Or open a file: a collection of Postman, Insomnia or Hoppscotch, a HAR, or a list of MCP servers.</source>
        <translation>粘贴 curl、websocat 或 wscat 的命令行。
或打开文件：Postman、Insomnia、Hoppscotch 的集合、HAR，或 MCP 服务器列表。</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>as in the source</source>
        <translation>与来源相同</translation>
    </message>
    <message>
        <source>Folder for all of them</source>
        <translation>全部放入的文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Collections (*.json *.har *.txt *.sh);;All files (*)</source>
        <translation>集合 (*.json *.har *.txt *.sh);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>not taken over: %1</source>
        <translation>未采用：%1</translation>
    </message>
    <message>
        <source>%1; connections: %2</source>
        <translation>%1；连接：%2</translation>
    </message>
    <message>
        <source>%1; connections: %2, environments: %3</source>
        <translation>%1；连接：%2，环境：%3</translation>
    </message>
    <message>
        <source>Values that look secret: %1. They go to the keychain; the profiles hold only their names.</source>
        <translation>看似机密的值：%1 个。它们将存入钥匙串，配置中只有名称。</translation>
    </message>
</context>
<context>
    <name>weir::LensView</name>
    <message>
        <source>Matches</source>
        <translation>匹配数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 条新事件</translation>
    </message>
</context>
<context>
    <name>weir::LineClient</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>正在停止。</translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation>正在连接 %1。</translation>
    </message>
    <message>
        <source>Attempt %1%2.</source>
        <translation>第 %1 次尝试%2。</translation>
    </message>
    <message>
        <source>%1 Attempt %2 in %3%4.</source>
        <translation>%1 %3后进行第 %2 次尝试%4。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>weir::LinePage</name>
    <message>
        <source>Reconnect when the line breaks or ends</source>
        <translation>线路中断或结束时重新连接</translation>
    </message>
    <message>
        <source>After errors</source>
        <translation>出错之后</translation>
    </message>
    <message>
        <source>Stop: the HTML standard</source>
        <translation>停止：按 HTML 标准</translation>
    </message>
    <message>
        <source>Retry 408, 425, 429 and 5xx</source>
        <translation>对 408、425、429 和 5xx 重试</translation>
    </message>
    <message>
        <source>Reconnection time</source>
        <translation>重连间隔</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Last-Event-ID</source>
        <translation>Last-Event-ID</translation>
    </message>
    <message>
        <source>none: from now on</source>
        <translation>无：从现在开始</translation>
    </message>
    <message>
        <source>Connect when Weir starts</source>
        <translation>Weir 启动时连接</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Header timeout</source>
        <translation>响应头超时</translation>
    </message>
    <message>
        <source>Read timeout</source>
        <translation>读取超时</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>最长的行</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大的消息</translation>
    </message>
    <message>
        <source>Ping every</source>
        <translation>Ping 间隔</translation>
    </message>
    <message>
        <source>Pong within</source>
        <translation>Pong 时限</translation>
    </message>
    <message>
        <source>none; several with commas between</source>
        <translation>无；多个以逗号分隔</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Reconnect after a normal close (1000, 1001)</source>
        <translation>正常关闭（1000、1001）后也重连</translation>
    </message>
    <message>
        <source>OpenRPC file</source>
        <translation>OpenRPC 文件</translation>
    </message>
    <message>
        <source>OpenRPC (*.json)</source>
        <translation>OpenRPC (*.json)</translation>
    </message>
    <message>
        <source>none: the server is asked</source>
        <translation>无：向服务器查询</translation>
    </message>
    <message>
        <source>Answer timeout</source>
        <translation>应答超时</translation>
    </message>
    <message>
        <source>Known methods</source>
        <translation>已知的方法</translation>
    </message>
</context>
<context>
    <name>weir::LogPanel</name>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>Export as NDJSON</source>
        <translation>导出为 NDJSON</translation>
    </message>
    <message>
        <source>NDJSON (*.ndjson);;All files (*)</source>
        <translation>NDJSON (*.ndjson);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Search in all payloads…</source>
        <translation>在所有载荷中搜索…</translation>
    </message>
    <message>
        <source>Search in the event log</source>
        <translation>在事件日志中搜索</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the rows shown here as NDJSON</source>
        <translation>把此处显示的行写成 NDJSON</translation>
    </message>
    <message>
        <source>Events of all connections</source>
        <translation>所有连接的事件</translation>
    </message>
    <message>
        <source>Weir itself</source>
        <translation>Weir 自身</translation>
    </message>
    <message>
        <source>%1 of %2 events match</source>
        <translation>%1 个匹配，共 %2 个事件</translation>
    </message>
    <message>
        <source>searched %1 %</source>
        <translation>已搜索 %1 %</translation>
    </message>
    <message>
        <source>The log is empty. Connect to a feed, and everything that happens is kept here.</source>
        <translation>日志为空。连接到一个事件源，发生的一切都会记录在这里。</translation>
    </message>
    <message>
        <source>No event matches. Clear the search, or choose all kinds and connections.</source>
        <translation>没有匹配的事件。请清除搜索，或选择所有类型和连接。</translation>
    </message>
    <message>
        <source>Kinds and connections</source>
        <translation>种类与连接</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>weir::MainWindow</name>
    <message>
        <source>Weir — %1</source>
        <translation>Weir — %1</translation>
    </message>
    <message>
        <source>Recording goes on.</source>
        <translation>录制继续。</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>打开捕获文件</translation>
    </message>
    <message>
        <source>Weir captures (*.weir);;All files (*)</source>
        <translation>Weir 捕获文件 (*.weir);;所有文件 (*)</translation>
    </message>
    <message>
        <source>About Weir</source>
        <translation>关于 Weir</translation>
    </message>
    <message>
        <source>Weir %1
A native desktop workbench for event streams.

Free software under the GNU General Public License, version 3 or later.
Qt %2.</source>
        <translation>Weir %1
事件流的原生桌面工作台。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。
Qt %2。</translation>
    </message>
    <message>
        <source>“%1” goes on; %2.</source>
        <translation>“%1”继续运行；%2。</translation>
    </message>
</context>
<context>
    <name>weir::MethodEdit</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>What the method does</source>
        <translation>方法的作用</translation>
    </message>
    <message>
        <source>What is wrong with the method</source>
        <translation>方法有何问题</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Name of a method</source>
        <translation>方法名</translation>
    </message>
    <message>
        <source>Known methods</source>
        <translation>已知方法</translation>
    </message>
    <message>
        <source>Examples ▾</source>
        <translation>示例 ▾</translation>
    </message>
    <message>
        <source>Fill in an example from the description</source>
        <translation>填入描述中的示例</translation>
    </message>
    <message>
        <source>Deprecated.</source>
        <translation>已弃用。</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>示例 %1</translation>
    </message>
</context>
<context>
    <name>weir::MethodList</name>
    <message>
        <source>%1, deprecated</source>
        <translation>%1，已弃用</translation>
    </message>
</context>
<context>
    <name>weir::NotesPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>by host and path</source>
        <translation>取自主机和路径</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>none; Staging/EU for one in another</source>
        <translation>无；Staging/EU 表示其中的子文件夹</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>weir::ParamArea</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>其他名称</translation>
    </message>
</context>
<context>
    <name>weir::ParamRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
    <message>
        <source>Is sent</source>
        <translation>会发送</translation>
    </message>
    <message>
        <source>Is not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>no items</source>
        <translation>没有元素</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 个元素</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个元素</translation>
    </message>
    <message>
        <source>no members</source>
        <translation>没有成员</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 个成员</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>添加元素</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>%1 的类型</translation>
    </message>
    <message>
        <source>Alternative for %1</source>
        <translation>%1 的备选类型</translation>
    </message>
    <message>
        <source>parameter %1</source>
        <translation>参数 %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Deprecated.</source>
        <translation>已弃用。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the parameter</source>
        <translation>参数名</translation>
    </message>
</context>
<context>
    <name>weir::PayloadView</name>
    <message>
        <source>Payload, formatted</source>
        <translation>格式化的载荷</translation>
    </message>
    <message>
        <source>Payload as text</source>
        <translation>文本形式的载荷</translation>
    </message>
    <message>
        <source>Long lines are broken here. Copy the payload in the table to have it whole.</source>
        <translation>此处的长行已被折断。要得到完整内容，请在表格中复制负载。</translation>
    </message>
</context>
<context>
    <name>weir::ProfileDesk</name>
    <message>
        <source>The folder of the connections is there again.</source>
        <translation>连接的文件夹又可用了。</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“%1” is in the clipboard.</source>
        <translation>“%1”已复制到剪贴板。</translation>
    </message>
    <message>
        <source>“%1” is in the clipboard. %2</source>
        <translation>“%1”已复制到剪贴板。%2</translation>
    </message>
    <message>
        <source>“%1” was changed on disk; your edits are kept. Revert takes what is there.</source>
        <translation>“%1”在磁盘上已被更改；您的编辑已保留。“还原”将采用磁盘上的内容。</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else before you saved it.</source>
        <translation>在您保存之前，“%1”已被他人更改。</translation>
    </message>
    <message>
        <source>The file of “%1” was removed or damaged by somebody else before you saved it.</source>
        <translation>在您保存之前，“%1”的文件已被他人删除或损坏。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Keep and connect</source>
        <translation>保存并连接</translation>
    </message>
    <message>
        <source>Imported connections: %1.</source>
        <translation>已导入的连接：%1。</translation>
    </message>
</context>
<context>
    <name>weir::ProfileEditor</name>
    <message>
        <source>Options of the connection</source>
        <translation>连接的选项</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Parameters of the URL</source>
        <translation>URL 的参数</translation>
    </message>
    <message>
        <source>Value, before those of the environment</source>
        <translation>值，优先于环境中的值</translation>
    </message>
    <message>
        <source>Variables of this connection</source>
        <translation>此连接的变量</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Auth</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>TLS &amp;&amp; proxy</source>
        <translation>TLS 与代理</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Body, sent again at every reconnection</source>
        <translation>正文，每次重连都会再次发送</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>The request as it goes out, secrets hidden</source>
        <translation>实际发出的请求，机密已隐藏</translation>
    </message>
    <message>
        <source>Not as it was saved</source>
        <translation>与保存的不同</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>weir::ProfileForm</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>;;All files (*)</source>
        <translation>;;所有文件 (*)</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Was empty</source>
        <translation>原为空</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>原为：%1</translation>
    </message>
</context>
<context>
    <name>weir::ProfileStore</name>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Add %1 connections</source>
        <translation>添加 %1 个连接</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Change %1 connections</source>
        <translation>更改 %1 个连接</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete %1 connections</source>
        <translation>删除 %1 个连接</translation>
    </message>
</context>
<context>
    <name>weir::QueuePanel</name>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Put back into the editor</source>
        <translation>放回编辑器</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw all</source>
        <translation>全部撤回</translation>
    </message>
    <message>
        <source>Withdraw the message and go on writing it (Enter)</source>
        <translation>撤回消息并继续编写（Enter）</translation>
    </message>
    <message>
        <source>Do not send the message (Delete)</source>
        <translation>不发送此消息（Delete）</translation>
    </message>
    <message>
        <source>Messages that wait for the line</source>
        <translation>等待连接的消息</translation>
    </message>
    <message>
        <source>1 message waits for the line</source>
        <translation>1 条消息在等待连接</translation>
    </message>
    <message>
        <source>%1 messages wait for the line</source>
        <translation>%1 条消息在等待连接</translation>
    </message>
</context>
<context>
    <name>weir::RequestBar</name>
    <message>
        <source>Options ▾</source>
        <translation>选项 ▾</translation>
    </message>
    <message>
        <source>HTTP method</source>
        <translation>HTTP 方法</translation>
    </message>
    <message>
        <source>http://host/feed</source>
        <translation>http://主机/事件源</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Request options</source>
        <translation>请求选项</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Options ▴</source>
        <translation>选项 ▴</translation>
    </message>
    <message>
        <source>Keep this connection as it stands here</source>
        <translation>按现在的样子保存此连接</translation>
    </message>
    <message>
        <source>Go back to what is saved</source>
        <translation>回到已保存的内容</translation>
    </message>
    <message>
        <source>ws://host/path</source>
        <translation>ws://主机/路径</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>Discover methods</source>
        <translation>发现方法</translation>
    </message>
    <message>
        <source>HTTP POST</source>
        <translation>HTTP POST</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>How calls are carried</source>
        <translation>调用的传输方式</translation>
    </message>
    <message>
        <source>Ask the server for its methods (rpc.discover, OpenRPC)</source>
        <translation>向服务器询问它的方法（rpc.discover，OpenRPC）</translation>
    </message>
    <message>
        <source>http://host/rpc</source>
        <translation>http://host/rpc</translation>
    </message>
</context>
<context>
    <name>weir::RequestPreview</name>
    <message>
        <source>What is wrong with the request</source>
        <translation>请求有何问题</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>The request is too long to be shown here (%1). It is sent as the form has it.</source>
        <translation>请求过长，无法在此显示（%1）。将按表单内容发送。</translation>
    </message>
</context>
<context>
    <name>weir::ResultPanel</name>
    <message>
        <source>About the result</source>
        <translation>关于结果</translation>
    </message>
    <message>
        <source>What is shown of the call</source>
        <translation>显示调用的哪一部分</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Raw response</source>
        <translation>原始响应</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Headers of the request and of the response</source>
        <translation>请求和响应的标头</translation>
    </message>
    <message>
        <source>The headers of a call&apos;s request and response appear here.</source>
        <translation>调用的请求和响应的标头会显示在这里。</translation>
    </message>
    <message>
        <source>Where the time went is told once there is an answer.</source>
        <translation>有应答之后会显示耗时的分布。</translation>
    </message>
    <message>
        <source>Sent at %1</source>
        <translation>发送于 %1</translation>
    </message>
</context>
<context>
    <name>weir::RowModel</name>
    <message>
        <source>%1 is on</source>
        <translation>%1 已启用</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 已停用</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>New since it was saved</source>
        <translation>保存之后新增</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>Was off: %1</source>
        <translation>原为停用：%1</translation>
    </message>
</context>
<context>
    <name>weir::RpcHttpClient</name>
    <message>
        <source>Ready: each call is a POST to %1.</source>
        <translation>就绪：每个调用是对 %1 的一次 POST。</translation>
    </message>
    <message>
        <source>The connection was closed before the answer came.</source>
        <translation>应答到达之前连接已关闭。</translation>
    </message>
    <message>
        <source>The connection was closed before it was answered.</source>
        <translation>应答之前连接已关闭。</translation>
    </message>
</context>
<context>
    <name>weir::RpcPage</name>
    <message>
        <source>Answer (%1)</source>
        <translation>应答（%1）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>This call held a secret, which the log does not have; send it from the form.</source>
        <translation>此调用包含日志中没有的密钥；请从表单发送。</translation>
    </message>
    <message>
        <source>The answer is in the clipboard.</source>
        <translation>应答已在剪贴板中。</translation>
    </message>
    <message>
        <source>The request is in the clipboard.</source>
        <translation>请求已在剪贴板中。</translation>
    </message>
    <message>
        <source>From now on %1 is answered like this; Save keeps the rule.</source>
        <translation>从现在起 %1 都这样应答；“保存”会保留此规则。</translation>
    </message>
    <message>
        <source>The server does not describe its methods (rpc.discover): %1</source>
        <translation>服务器不描述它的方法（rpc.discover）：%1</translation>
    </message>
    <message>
        <source>“%1” has %2 methods.</source>
        <translation>“%1”有 %2 个方法。</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Messages of JSON-RPC</source>
        <translation>JSON-RPC 的消息</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>要发送的内容</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Calls or messages</source>
        <translation>调用或消息</translation>
    </message>
    <message>
        <source>Messages and other rows</source>
        <translation>消息和其他行</translation>
    </message>
    <message>
        <source>Search in messages…</source>
        <translation>在消息中搜索…</translation>
    </message>
    <message>
        <source>Search in messages</source>
        <translation>在消息中搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>No message matches. Choose All, and clear the search.</source>
        <translation>没有匹配的消息。请选择“全部”，并清除搜索。</translation>
    </message>
    <message>
        <source>No message yet. Make a call with the form.</source>
        <translation>还没有消息。请用表单发出调用。</translation>
    </message>
    <message>
        <source>Type the URL of a JSON-RPC server above, and make a call with the form.</source>
        <translation>请在上方输入 JSON-RPC 服务器的 URL，并用表单发出调用。</translation>
    </message>
    <message>
        <source>Not sent, for the connection failed: %1.</source>
        <translation>连接失败，未发送：%1。</translation>
    </message>
    <message>
        <source>This call held a secret, which the log does not have: bullets stand in its place.</source>
        <translation>此调用包含日志中没有的密钥：其位置上是圆点。</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>显示证书…</translation>
    </message>
</context>
<context>
    <name>weir::RpcPost</name>
    <message>
        <source>Redirected to %1.</source>
        <translation>已重定向到 %1。</translation>
    </message>
    <message>
        <source>Not sent to another origin: %1.</source>
        <translation>未发送到另一个来源：%1。</translation>
    </message>
    <message>
        <source>The answer is longer than %1 bytes, the limit.</source>
        <translation>应答超过了 %1 字节的上限。</translation>
    </message>
    <message>
        <source>The stream of the server ended without the answer.</source>
        <translation>服务器的流在没有应答的情况下结束。</translation>
    </message>
    <message>
        <source>The server&apos;s answer has none for this call.</source>
        <translation>服务器的应答中没有这个调用的应答。</translation>
    </message>
    <message>
        <source>The server redirects with %1, which a call does not survive.</source>
        <translation>服务器以 %1 重定向，调用无法随之继续。</translation>
    </message>
    <message>
        <source>The server did not end its answer in %1.</source>
        <translation>服务器在 %1 内没有结束其应答。</translation>
    </message>
    <message>
        <source>The server answered %1 without a body, as to a notification.</source>
        <translation>服务器回答了 %1 但没有正文，就像对通知一样。</translation>
    </message>
</context>
<context>
    <name>weir::RpcWebSocketClient</name>
    <message>
        <source>The line ended before the answer came.</source>
        <translation>应答到达之前线路已结束。</translation>
    </message>
    <message>
        <source>The line ended before it was answered.</source>
        <translation>应答之前线路已结束。</translation>
    </message>
</context>
<context>
    <name>weir::SavedCallsPanel</name>
    <message>
        <source>Into the form</source>
        <translation>放入表单</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Saved calls</source>
        <translation>已保存的调用</translation>
    </message>
    <message>
        <source>No call is saved yet. “Save as named call…” in the menu of the form keeps one.</source>
        <translation>还没有保存的调用。表单菜单中的“保存为命名调用…”可以保存一个。</translation>
    </message>
</context>
<context>
    <name>weir::SecretEdit</name>
    <message>
        <source>Keep as secret</source>
        <translation>存为机密</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>{{secret.NAME}}, or type it</source>
        <translation>{{secret.NAME}}，或直接输入</translation>
    </message>
    <message>
        <source>Not kept yet: press Enter to keep it as the secret “%1”. A profile never holds it.</source>
        <translation>尚未保存：按 Enter 将其存为机密“%1”。配置文件从不包含它。</translation>
    </message>
    <message>
        <source>Not finished: a reference reads {{secret.NAME}}.</source>
        <translation>未完成：引用的写法是 {{secret.NAME}}。</translation>
    </message>
</context>
<context>
    <name>weir::SecretStore</name>
    <message>
        <source>Secrets are kept for this session only: %1</source>
        <translation>机密仅在本次会话中保留：%1</translation>
    </message>
    <message>
        <source>the keychain was not unlocked.</source>
        <translation>钥匙串未解锁。</translation>
    </message>
    <message>
        <source>this system has no keychain.</source>
        <translation>此系统没有钥匙串。</translation>
    </message>
    <message>
        <source>the keychain failed (%1).</source>
        <translation>钥匙串出错（%1）。</translation>
    </message>
    <message>
        <source>the keychain did not answer within %1 s.</source>
        <translation>钥匙串在 %1 秒内没有应答。</translation>
    </message>
</context>
<context>
    <name>weir::SecretsDialog</name>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No connection uses a secret yet. Write {{secret.NAME}} where one belongs.</source>
        <translation>还没有连接使用机密。在需要的地方写入 {{secret.NAME}}。</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget the value of %1</source>
        <translation>忘记 %1 的值</translation>
    </message>
    <message>
        <source>has a value; type to replace it</source>
        <translation>已有值；输入即可替换</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>还没有值</translation>
    </message>
    <message>
        <source>Values go to the keychain of your system. Files hold only their names.</source>
        <translation>值保存在系统的钥匙串中，文件里只有名称。</translation>
    </message>
</context>
<context>
    <name>weir::SendPlan</name>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Step %1: no message with “%2” came within %3 ms.</source>
        <translation>第 %1 步：%3 毫秒内没有收到含“%2”的消息。</translation>
    </message>
</context>
<context>
    <name>weir::SendPlanPanel</name>
    <message>
        <source>Progress of the repetition</source>
        <translation>重复发送的进度</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>移除步骤</translation>
    </message>
    <message>
        <source>Progress of the sequence</source>
        <translation>序列的进度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Time between two messages</source>
        <translation>两条消息之间的时间</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>直到停止</translation>
    </message>
    <message>
        <source>How many messages</source>
        <translation>消息条数</translation>
    </message>
    <message>
        <source>0: until it is stopped</source>
        <translation>0：直到停止</translation>
    </message>
    <message>
        <source>Send what stands in the editor again and again</source>
        <translation>反复发送编辑器中的内容</translation>
    </message>
    <message>
        <source>every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Send what stands in the editor</source>
        <translation>发送编辑器中的内容</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Wait for a message</source>
        <translation>等待消息</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Steps of the sequence</source>
        <translation>序列的步骤</translation>
    </message>
    <message>
        <source>Write the message first: what stands in the editor is repeated.</source>
        <translation>请先写消息：重复发送的是编辑器中的内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Steps to send, to wait for a message and to pause. Press + for the first.</source>
        <translation>发送、等待消息和暂停的步骤。按 + 添加第一步。</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
</context>
<context>
    <name>weir::SequenceModel</name>
    <message>
        <source>Send text</source>
        <translation>发送文本</translation>
    </message>
    <message>
        <source>Send JSON</source>
        <translation>发送 JSON</translation>
    </message>
    <message>
        <source>Send hex</source>
        <translation>发送十六进制</translation>
    </message>
    <message>
        <source>Send base64</source>
        <translation>发送 base64</translation>
    </message>
    <message>
        <source>Wait for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>This step is under way</source>
        <translation>此步骤正在进行</translation>
    </message>
    <message>
        <source>any message</source>
        <translation>任意消息</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>weir::SideBySide</name>
    <message>
        <source>The call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Send to both</source>
        <translation>发送到两者</translation>
    </message>
    <message>
        <source>Which was faster</source>
        <translation>哪个更快</translation>
    </message>
    <message>
        <source>Same call to two connections</source>
        <translation>向两个连接发送同一调用</translation>
    </message>
    <message>
        <source>%1 to two connections</source>
        <translation>向两个连接发送 %1</translation>
    </message>
    <message>
        <source>Connection on the left</source>
        <translation>左侧的连接</translation>
    </message>
    <message>
        <source>Connection on the right</source>
        <translation>右侧的连接</translation>
    </message>
    <message>
        <source>Why there is no answer</source>
        <translation>没有应答的原因</translation>
    </message>
    <message>
        <source>Choose two different connections.</source>
        <translation>请选择两个不同的连接。</translation>
    </message>
    <message>
        <source>Both took the same time.</source>
        <translation>两者耗时相同。</translation>
    </message>
    <message>
        <source>The right one was faster by %1.</source>
        <translation>右侧快 %1。</translation>
    </message>
    <message>
        <source>The left one was faster by %1.</source>
        <translation>左侧快 %1。</translation>
    </message>
    <message>
        <source>Choose two connections and send the call to both.</source>
        <translation>选择两个连接，并向两者发送该调用。</translation>
    </message>
    <message>
        <source>Waiting for both answers.</source>
        <translation>正在等待两个应答。</translation>
    </message>
    <message>
        <source>There are no two results to compare.</source>
        <translation>没有两个可以比较的结果。</translation>
    </message>
</context>
<context>
    <name>weir::Sidebar</name>
    <message>
        <source>Find a connection…</source>
        <translation>查找连接…</translation>
    </message>
    <message>
        <source>Find a connection</source>
        <translation>查找连接</translation>
    </message>
    <message>
        <source>http://host/feed, then Enter</source>
        <translation>http://主机/事件源，然后回车</translation>
    </message>
    <message>
        <source>URL to open</source>
        <translation>要打开的 URL</translation>
    </message>
    <message>
        <source>Open a URL</source>
        <translation>打开 URL</translation>
    </message>
    <message>
        <source>Demo server</source>
        <translation>演示服务器</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Open a URL with + and save its tab: it stays here, for this and every other day.</source>
        <translation>尚未保存任何连接。用 + 打开一个 URL 并保存其标签页，它就会一直留在这里。</translation>
    </message>
    <message>
        <source>Nothing here is called that; URLs and notes were looked at, too.</source>
        <translation>没有找到匹配的连接；URL 和备注也已查找。</translation>
    </message>
    <message>
        <source>Removed %1 connections. %2</source>
        <translation>已移除 %1 个连接。%2</translation>
    </message>
    <message>
        <source>Removed “%1”. %2</source>
        <translation>已移除“%1”。%2</translation>
    </message>
    <message>
        <source>Undone: %1. %2</source>
        <translation>已撤销：%1。%2</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>不放入文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
</context>
<context>
    <name>weir::SidebarDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>连接名称</translation>
    </message>
</context>
<context>
    <name>weir::SidebarModel</name>
    <message>
        <source>broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>The file stays as it is; mend it, and it comes back by itself.</source>
        <translation>文件保持原样；修复后会自动恢复。</translation>
    </message>
    <message>
        <source>Double click opens it; the demo server starts by itself.</source>
        <translation>双击即可打开；演示服务器会自动启动。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 条未读</translation>
    </message>
</context>
<context>
    <name>weir::SidebarTree</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>weir::SseClient</name>
    <message>
        <source>Open: %1, %2.</source>
        <translation>已打开：%1，%2。</translation>
    </message>
    <message>
        <source>Redirected to %1.</source>
        <translation>重定向到 %1。</translation>
    </message>
    <message>
        <source>Not sent to another origin: %1.</source>
        <translation>未发送到其他来源：%1。</translation>
    </message>
    <message>
        <source>Last-Event-ID %1</source>
        <translation>Last-Event-ID %1</translation>
    </message>
</context>
<context>
    <name>weir::SsePage</name>
    <message>
        <source>comments</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>retry</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Search in data…</source>
        <translation>在数据中搜索…</translation>
    </message>
    <message>
        <source>Search in data</source>
        <translation>在数据中搜索</translation>
    </message>
    <message>
        <source>Events of the feed</source>
        <translation>事件源的事件</translation>
    </message>
    <message>
        <source>(no type)</source>
        <translation>（无类型）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1 个</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>No event matches. Clear the search, or choose All.</source>
        <translation>没有匹配的事件。请清除搜索，或选择“全部”。</translation>
    </message>
    <message>
        <source>Nothing yet. Press Connect to subscribe to this feed.</source>
        <translation>还没有事件。按“连接”订阅此事件源。</translation>
    </message>
    <message>
        <source>Event types and other rows</source>
        <translation>事件类型与其他行</translation>
    </message>
    <message>
        <source>The line is open. Waiting for the first event…</source>
        <translation>连接已建立，正在等待第一个事件…</translation>
    </message>
    <message>
        <source>Type the URL of a feed above and press Enter.</source>
        <translation>在上面输入事件源的 URL，然后按回车。</translation>
    </message>
</context>
<context>
    <name>weir::StatusLine</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Events and rate</source>
        <translation>事件与速率</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>捕获文件</translation>
    </message>
    <message>
        <source>How late the window is</source>
        <translation>窗口的延迟</translation>
    </message>
    <message>
        <source>Events a second of all connections, the last minute</source>
        <translation>最近一分钟所有连接每秒的事件数</translation>
    </message>
    <message>
        <source>The longest the event loop was late in the last half second.</source>
        <translation>最近半秒内事件循环的最大延迟。</translation>
    </message>
    <message>
        <source>UI %1 ms</source>
        <translation>界面 %1 毫秒</translation>
    </message>
    <message>
        <source>Demo server is off</source>
        <translation>演示服务器未启动</translation>
    </message>
    <message>
        <source>Demo server on %1:%2</source>
        <translation>演示服务器位于 %1:%2</translation>
    </message>
    <message>
        <source>%1 live · %2 reconnecting</source>
        <translation>%1 个实时 · %2 个正在重连</translation>
    </message>
    <message>
        <source>%1 live</source>
        <translation>%1 个实时</translation>
    </message>
    <message>
        <source>%1 events · %2</source>
        <translation>%1 个事件 · %2</translation>
    </message>
    <message>
        <source>capture: %1 · %2</source>
        <translation>捕获：%1 · %2</translation>
    </message>
</context>
<context>
    <name>weir::StatusStrip</name>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Last-Event-ID</source>
        <translation>Last-Event-ID</translation>
    </message>
    <message>
        <source>Reconnection time</source>
        <translation>重连时间</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重连次数</translation>
    </message>
    <message>
        <source>Time to the first byte</source>
        <translation>首字节时间</translation>
    </message>
    <message>
        <source>Discarded lines</source>
        <translation>丢弃的行</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Events and rate</source>
        <translation>事件与速率</translation>
    </message>
    <message>
        <source>Connection status</source>
        <translation>连接状态</translation>
    </message>
    <message>
        <source>Events a second, the last minute</source>
        <translation>最近一分钟每秒的事件数</translation>
    </message>
    <message>
        <source>Lines the HTML standard tells a client to ignore.</source>
        <translation>HTML 标准要求客户端忽略的行。</translation>
    </message>
    <message>
        <source>HTTP %1 · %2</source>
        <translation>HTTP %1 · %2</translation>
    </message>
    <message>
        <source>retry %1</source>
        <translation>retry %1</translation>
    </message>
    <message>
        <source>reconnects %1</source>
        <translation>重连 %1 次</translation>
    </message>
    <message>
        <source>first byte %1</source>
        <translation>首字节 %1</translation>
    </message>
    <message>
        <source>%1 lines discarded</source>
        <translation>丢弃 %1 行</translation>
    </message>
    <message>
        <source>%1 events · %2</source>
        <translation>%1 个事件 · %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The next attempt will send it.</source>
        <translation>下一次尝试会发送它。</translation>
    </message>
    <message>
        <source>Attempt %1 in %2</source>
        <translation>%2后第 %1 次尝试</translation>
    </message>
    <message>
        <source>⚠ silent for %1</source>
        <translation>⚠ 已静默 %1</translation>
    </message>
    <message>
        <source>heartbeat %1 ago</source>
        <translation>%1前有心跳</translation>
    </message>
</context>
<context>
    <name>weir::StepDelegate</name>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
</context>
<context>
    <name>weir::TabArea</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>weir::TemplateDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
</context>
<context>
    <name>weir::TemplateModel</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>base64</source>
        <translation>base64</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>保存后有改动</translation>
    </message>
</context>
<context>
    <name>weir::TemplatesPanel</name>
    <message>
        <source>New template from the message in the editor</source>
        <translation>用编辑器中的消息新建模板</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>More for this template</source>
        <translation>此模板的更多操作</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>放入编辑器</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>New from the editor</source>
        <translation>从编辑器新建</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Send the template that is selected (Ctrl+Enter)</source>
        <translation>发送选中的模板（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>No templates yet. Write a message below and press + to keep it here.</source>
        <translation>还没有模板。在下方写一条消息，按 + 保存到这里。</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>New folder %1</source>
        <translation>新建文件夹 %1</translation>
    </message>
</context>
<context>
    <name>weir::TimingView</name>
    <message>
        <source>Where the time went</source>
        <translation>耗时分布</translation>
    </message>
</context>
<context>
    <name>weir::TransportPage</name>
    <message>
        <source>Accept any certificate</source>
        <translation>接受任何证书</translation>
    </message>
    <message>
        <source>Nobody can tell then who answers. For tests only.</source>
        <translation>这样就无法确认是谁在应答。仅用于测试。</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.p12 *.pfx)</source>
        <translation>证书 (*.pem *.crt *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>其密钥</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>密钥 (*.pem *.key)</translation>
    </message>
    <message>
        <source>where it is not in the same file</source>
        <translation>若不在同一文件中</translation>
    </message>
    <message>
        <source>Key password</source>
        <translation>密钥密码</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最低版本</translation>
    </message>
    <message>
        <source>TLS as the system allows</source>
        <translation>系统允许的 TLS</translation>
    </message>
    <message>
        <source>Trusted here</source>
        <translation>仅此处信任</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>按系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>Proxy URL</source>
        <translation>代理 URL</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>HTTP/2 where the server offers it</source>
        <translation>服务器支持时使用 HTTP/2</translation>
    </message>
    <message>
        <source>A feed cannot be held back over HTTP/2: what comes too fast waits in memory.</source>
        <translation>HTTP/2 上无法让数据源放慢：来得太快的数据会在内存中等待。</translation>
    </message>
    <message>
        <source>Certificate trusted for this connection only</source>
        <translation>仅对此连接信任的证书</translation>
    </message>
    <message>
        <source>Do not trust %1…</source>
        <translation>不再信任 %1…</translation>
    </message>
</context>
<context>
    <name>weir::VariableCompleter</name>
    <message>
        <source>Variables that fit</source>
        <translation>匹配的变量</translation>
    </message>
    <message>
        <source>Names that fit</source>
        <translation>匹配的名称</translation>
    </message>
</context>
<context>
    <name>weir::WebSocketClient</name>
    <message>
        <source>messages that wait: %1</source>
        <translation>等待的消息：%1</translation>
    </message>
    <message>
        <source>a masked frame (RFC 6455 5.1)</source>
        <translation>一个带掩码的帧（RFC 6455 5.1）</translation>
    </message>
    <message>
        <source>the header of the answer has no end</source>
        <translation>应答的标头没有结尾</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 未及时应答</translation>
    </message>
    <message>
        <source>Open: 101 Switching Protocols, no subprotocol, no extensions.</source>
        <translation>已打开：101 Switching Protocols，无子协议，无扩展。</translation>
    </message>
    <message>
        <source>Open: 101 Switching Protocols, subprotocol %1, no extensions.</source>
        <translation>已打开：101 Switching Protocols，子协议 %1，无扩展。</translation>
    </message>
    <message>
        <source>Messages that waited and are sent now: %1.</source>
        <translation>等待后现在发送的消息：%1。</translation>
    </message>
    <message>
        <source>a message of more than %1 bytes, the limit</source>
        <translation>一条超过 %1 字节上限的消息</translation>
    </message>
    <message>
        <source>a text in fragments that is not UTF-8, or is cut inside a character, which is allowed (RFC 6455 5.4) and which Qt cannot read</source>
        <translation>一段分片的文本不是 UTF-8，或在字符中间被切开——这是允许的（RFC 6455 5.4），但 Qt 无法读取</translation>
    </message>
    <message>
        <source>a text that is not UTF-8</source>
        <translation>一段不是 UTF-8 的文本</translation>
    </message>
</context>
<context>
    <name>weir::WelcomePage</name>
    <message>
        <source>Weir</source>
        <translation>Weir</translation>
    </message>
    <message>
        <source>See every event of a stream</source>
        <translation>看清事件流中的每一个事件</translation>
    </message>
    <message>
        <source>Connect, watch, filter, keep. Everything that comes is written into one capture.</source>
        <translation>连接、观察、过滤、保存。收到的一切都写入同一个捕获文件。</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>A server inside Weir, and its feeds live in tabs. Nothing leaves this machine.</source>
        <translation>Weir 内置的服务器，其事件源实时显示在标签页中。没有任何数据离开本机。</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>打开捕获文件</translation>
    </message>
    <message>
        <source>A .weir file: read what it holds, and go on recording into it.</source>
        <translation>一个 .weir 文件：读取其内容，并继续向其中录制。</translation>
    </message>
    <message>
        <source>The URL of a Server-Sent Events feed.</source>
        <translation>Server-Sent Events 事件源的 URL。</translation>
    </message>
</context>
</TS>
