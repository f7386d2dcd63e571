using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace HyperVLab.Disks.Serving;

/// <summary>What a client is sent, collected so that small answers go out together. Of one thread at a time.</summary>
/// <param name="socket">The connection.</param>
internal sealed class NbdOutput(Socket socket)
{
    private readonly byte[] _buffer = new byte[NbdLimits.PieceBytes + (16 * 1024)];

    /// <summary>How many bytes wait to be sent.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room; what waits is sent if there is none.</summary>
    /// <param name="count">How many bytes, not more than a piece and its headers.</param>
    public async ValueTask NeedAsync(int count)
    {
        if (_buffer.Length - Count < count)
        {
            await SendAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends what waits.</summary>
    public async ValueTask SendAsync()
    {
        for (var sent = 0; sent < Count;)
        {
            sent += await socket.SendAsync(_buffer.AsMemory(sent, Count - sent)).ConfigureAwait(false);
        }

        Count = 0;
    }

    /// <summary>Takes back what was put in last.</summary>
    /// <param name="count">How many bytes are to stay.</param>
    public void CutTo(int count) => Count = count;

    /// <summary>Takes room, to be filled before anything else happens.</summary>
    public Span<byte> Next(int count)
    {
        var room = _buffer.AsSpan(Count, count);
        Count += count;
        return room;
    }

    /// <summary>Puts in a number of 16 bits.</summary>
    public void Put(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Next(sizeof(ushort)), value);

    /// <summary>Puts in a number of 32 bits.</summary>
    public void Put(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Next(sizeof(uint)), value);

    /// <summary>Puts in a number of 64 bits.</summary>
    public void Put(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Next(sizeof(ulong)), value);

    /// <summary>Puts in a text as UTF-8, without its length.</summary>
    public void Put(string text) => Encoding.UTF8.GetBytes(text, Next(Encoding.UTF8.GetByteCount(text)));
}
