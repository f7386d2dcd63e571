using System.Net;
using System.Net.Sockets;

namespace HyperVLab.Disks.Serving;

/// <summary>
/// Offers a virtual disk as a network block device, so that qemu, nbdcopy, nbdfuse and the kernel's client open it.
/// It speaks the fixed newstyle protocol of the NBD project's proto.md, without TLS, to this computer alone.
/// </summary>
/// <example>
/// <code>
/// var disk = VirtualDisk.Open(FileDiskFile.Open("web01.vhd", readOnly: false), new DirectoryParentResolver("."));
/// using var server = NbdServer.Start(new DiskExport(disk), NbdEndPoint.UnixSocket("/tmp/web01.sock"));
/// Console.WriteLine(server.Uri);
/// </code>
/// </example>
public sealed class NbdServer : IDisposable
{
    private static readonly TimeSpan s_pauseAfterTrouble = TimeSpan.FromMilliseconds(100);

    private readonly NbdEndPoint _endPoint;
    private readonly NbdServerOptions _options;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<NbdSession, Task> _sessions = [];
    private readonly Task _accepting;
    private bool _isStopped;

    private NbdServer(DiskExport export, NbdEndPoint endPoint, NbdServerOptions options)
    {
        Export = export;
        _endPoint = endPoint;
        _options = options;
        _listener = endPoint.Listen();
        Uri = endPoint.UriOf(_listener, export.Name);
        Port = (_listener.LocalEndPoint as IPEndPoint)?.Port;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>What is offered.</summary>
    public DiskExport Export { get; }

    /// <summary>The address of the export as clients take it: nbd+unix:///name?socket=path, or nbd://host:port/name.
    /// </summary>
    public string Uri { get; }

    /// <summary>The port; null for a Unix socket.</summary>
    public int? Port { get; }

    /// <summary>The full path of the Unix socket; null for a port.</summary>
    public string? SocketPath => _endPoint.SocketPath;

    /// <summary>How many clients there are now.</summary>
    public int ClientCount
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>Starts to offer a disk.</summary>
    /// <param name="export">The disk; the server disposes it, but if starting fails it stays with the caller.</param>
    /// <param name="endPoint">Where to listen.</param>
    /// <param name="options">What is allowed.</param>
    /// <returns>The server.</returns>
    /// <exception cref="IOException">The place is in use, or not allowed.</exception>
    public static NbdServer Start(DiskExport export, NbdEndPoint endPoint, NbdServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(endPoint);
        return new NbdServer(export, endPoint, options ?? new NbdServerOptions());
    }

    /// <summary>
    /// Ends in good order: no more clients, requests that wait are answered with ESHUTDOWN, what was written is
    /// flushed, the disk is closed and the socket's file removed. A second call does nothing.
    /// </summary>
    /// <exception cref="IOException">What was written last could not be made durable; all else is done.</exception>
    public void Stop()
    {
        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            _isStopped = true;
        }

        _stopping.Cancel();
        _listener.Dispose();
        if (SocketPath is not null)
        {
            File.Delete(SocketPath);
        }

        _accepting.Wait();
        LeaveClients();
        Export.Dispose();
        _stopping.Dispose();
    }

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    private void LeaveClients()
    {
        KeyValuePair<NbdSession, Task>[] left;
        lock (_lock)
        {
            left = [.. _sessions];
        }

        var ends = left.Select(pair => pair.Value).ToArray();
        if (!Task.WaitAll(ends, _options.StopTimeout))
        {
            foreach (var (session, _) in left)
            {
                session.Abort();
            }

            Task.WaitAll(ends);
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Begin(await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (!_stopping.IsCancellationRequested)
            {
                // Too many open files, or a client that was gone at once: others are served all the same.
                await Task.Delay(s_pauseAfterTrouble, CancellationToken.None).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private void Begin(Socket socket)
    {
        lock (_lock)
        {
            if (_sessions.Count >= _options.MaximumClients || _isStopped)
            {
                socket.Dispose();
                return;
            }

            if (SocketPath is null)
            {
                socket.NoDelay = true;
            }

            var session = new NbdSession(socket, Export, _options, _stopping.Token);
            _sessions.Add(session, Task.Run(() => RunAsync(session)));
        }
    }

    private async Task RunAsync(NbdSession session)
    {
        await session.RunAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _sessions.Remove(session);
        }
    }
}
