using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HyperVLab.Disks.Serving;

/// <summary>
/// Where a server listens: on a Unix socket, which only its user opens, or on a port of this computer, which any
/// program of this computer opens. No other computer ever reaches it.
/// </summary>
public sealed class NbdEndPoint
{
    private readonly EndPoint _address;

    private NbdEndPoint(EndPoint address, string? socketPath)
    {
        _address = address;
        SocketPath = socketPath;
    }

    /// <summary>The full path of the Unix socket; null for a port.</summary>
    public string? SocketPath { get; }

    /// <summary>Makes the place of a Unix socket.</summary>
    /// <param name="path">Its path: nothing may be there yet; about 100 bytes at most.</param>
    /// <returns>The place.</returns>
    /// <exception cref="ArgumentException">The path is empty or too long for the system.</exception>
    public static NbdEndPoint UnixSocket(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        try
        {
            return new NbdEndPoint(new UnixDomainSocketEndPoint(full), full);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ArgumentException($"The path is too long for a Unix socket: {full}", nameof(path));
        }
    }

    /// <summary>Makes the place of a port on 127.0.0.1 or ::1.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="isIPv6">Whether it is ::1.</param>
    /// <returns>The place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 0 to 65535.</exception>
    public static NbdEndPoint Loopback(int port = 0, bool isIPv6 = false)
        => new(new IPEndPoint(isIPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, port), null);

    /// <summary>Opens the place for its user alone, and listens.</summary>
    /// <exception cref="IOException">It is in use, or not allowed.</exception>
    internal Socket Listen()
    {
        var socket = SocketPath is null
            ? new Socket(_address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (SocketPath is null && OperatingSystem.IsWindows())
            {
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(_address);

            // Nobody can connect between bind and listen, so nobody does before the mode is set.
            if (SocketPath is not null && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(SocketPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen();
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw new IOException($"Cannot listen on {SocketPath ?? _address.ToString()}: {error.Message}", error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The address by which clients find the export.</summary>
    internal string UriOf(Socket listener, string exportName)
    {
        var name = Uri.EscapeDataString(exportName);
        if (SocketPath is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"nbd://{listener.LocalEndPoint}/{name}");
        }

        var path = Uri.EscapeDataString(SocketPath).Replace("%2F", "/", StringComparison.Ordinal);
        return $"nbd+unix:///{name}?socket={path}";
    }
}
