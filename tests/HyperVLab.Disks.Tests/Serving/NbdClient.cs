using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using HyperVLab.Disks.Serving;

namespace HyperVLab.Disks.Tests.Serving;

/// <summary>A client that says what it is told to, be it by the protocol or not. It waits ten seconds.</summary>
internal sealed class NbdClient : IDisposable
{
    public const uint Acknowledged = 1;
    public const uint Unsupported = 0x80000001;
    public const uint Invalid = 0x80000003;
    public const uint Unknown = 0x80000006;
    public const uint TooBig = 0x80000009;

    private readonly Socket _socket;

    public NbdClient(NbdServer server)
    {
        _socket = server.SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _socket.ReceiveTimeout = 10_000;
        _socket.SendTimeout = 10_000;
        if (server.SocketPath is null)
        {
            _socket.Connect("127.0.0.1", server.Port!.Value);
        }
        else
        {
            _socket.Connect(new UnixDomainSocketEndPoint(server.SocketPath));
        }
    }

    public bool IsStructured { get; private set; }

    public long SizeBytes { get; private set; }

    public int Flags { get; private set; }

    /// <summary>A client that is ready for requests.</summary>
    public static NbdClient Ready(NbdServer server, bool structured = false, bool status = false)
    {
        var client = new NbdClient(server);
        client.Greet();
        if (structured || status)
        {
            Assert.Equal(Acknowledged, client.Option(8, []).Last().Type);
            client.IsStructured = true;
        }

        if (status)
        {
            Assert.Equal(2, client.Option(10, ContextQuery("", "base:allocation")).Count);
        }

        client.Go();
        return client;
    }

    public static byte[] ContextQuery(string export, params string[] queries)
        => [.. Text(export), .. Number32((uint)queries.Length), .. queries.SelectMany(Text)];

    public static byte[] InfoQuery(string export, params ushort[] items)
        => [.. Text(export), .. Number16((ushort)items.Length), .. items.SelectMany(Number16)];

    public static byte[] Text(string text)
        => [.. Number32((uint)Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Number16(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Number32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Number64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    public void Greet(uint flags = 3)
    {
        Assert.Equal("NBDMAGICIHAVEOPT"u8, Receive(16));
        Assert.Equal([0, 3], Receive(2));
        Send(Number32(flags));
    }

    public void SendOption(uint option, byte[] data)
        => Send([.. "IHAVEOPT"u8, .. Number32(option), .. Number32((uint)data.Length), .. data]);

    /// <summary>Sends an option; the replies up to the last.</summary>
    public List<(uint Type, byte[] Data)> Option(uint option, byte[] data)
    {
        SendOption(option, data);
        return OptionReplies(option);
    }

    public List<(uint Type, byte[] Data)> OptionReplies(uint option)
    {
        var replies = new List<(uint Type, byte[] Data)>();
        do
        {
            var header = Receive(20);
            Assert.Equal(0x3e889045565a9UL, BinaryPrimitives.ReadUInt64BigEndian(header));
            Assert.Equal(option, BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8)));
            var data = Receive(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)));
            replies.Add((BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)), data));
        }
        while (replies[^1].Type is > 1 and < 0x80000000);

        return replies;
    }

    public void Go(string export = "")
    {
        var replies = Option(7, InfoQuery(export));
        Assert.Equal(Acknowledged, replies[^1].Type);
        Assert.Equal(12, replies[0].Data.Length);
        SizeBytes = BinaryPrimitives.ReadInt64BigEndian(replies[0].Data.AsSpan(2));
        Flags = BinaryPrimitives.ReadUInt16BigEndian(replies[0].Data.AsSpan(10));
    }

    public void SendRequest(int command, ulong offset, uint length, ulong cookie = 1, int flags = 0)
        => Send([
            .. Number32(0x25609513), .. Number16((ushort)flags), .. Number16((ushort)command), .. Number64(cookie),
            .. Number64(offset), .. Number32(length)]);

    /// <summary>Sends a request and takes its answer.</summary>
    public NbdReply Ask(int command, long offset, long length, byte[]? data = null, int flags = 0)
    {
        SendRequest(command, (ulong)offset, (uint)length, 7, flags);
        if (data is not null)
        {
            Send(data);
        }

        var reply = Reply(command == 0 ? (int)length : 0, offset);
        Assert.Equal(7UL, reply.Cookie);
        return reply;
    }

    /// <summary>Takes the next whole answer; parts are put together.</summary>
    public NbdReply Reply(int length, long offset)
    {
        var header = Receive(16);
        if (BinaryPrimitives.ReadUInt32BigEndian(header) == 0x67446698)
        {
            var error = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
            return new NbdReply
            {
                Cookie = BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(8)),
                Error = error,
                Data = error == 0 ? Receive(length) : [],
            };
        }

        var reply = new NbdReply { Data = new byte[length] };
        while (!reply.AddPart(header, Receive, offset))
        {
            header = Receive(16);
        }

        return reply;
    }

    public void Send(byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += _socket.Send(bytes.AsSpan(sent));
        }
    }

    public byte[] Receive(int count)
    {
        var bytes = new byte[count];
        for (var got = 0; got < count;)
        {
            var part = _socket.Receive(bytes.AsSpan(got));
            got += part > 0 ? part : throw new EndOfStreamException("The server left.");
        }

        return bytes;
    }

    /// <summary>Whether the server ends the connection, whatever it says before.</summary>
    public bool IsLeft()
    {
        var buffer = new byte[4096];
        try
        {
            while (_socket.Receive(buffer) > 0)
            {
            }

            return true;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown
                or SocketError.ConnectionAborted;
        }
    }

    public void Dispose() => _socket.Dispose();
}
