using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Writes down what an NBD client says.</summary>
internal sealed class NbdStream
{
    private readonly List<byte> _bytes = [];

    public static NbdStream Greeting() => new NbdStream().Add(Number(3u));

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Query(string export, params ushort[] items) =>
    [
        .. Number((uint)export.Length), .. Text(export), .. Number((ushort)items.Length), .. items.SelectMany(Number),
    ];

    public static byte[] Contexts(string export, params string[] contexts) =>
    [
        .. Number((uint)export.Length), .. Text(export), .. Number((uint)contexts.Length),
        .. contexts.SelectMany(context => (byte[])[.. Number((uint)context.Length), .. Text(context)]),
    ];

    public NbdStream Option(uint option, byte[] data)
        => Add([.. "IHAVEOPT"u8, .. Number(option), .. Number((uint)data.Length), .. data]);

    /// <summary>One request of every kind.</summary>
    public NbdStream Requests()
    {
        Request(0, 0, 4096);
        Request(1, 8192, 512);
        Add(new byte[512]);
        Request(0, 700_000, 1500);
        Request(6, 4096, 4096);
        Request(4, 0, 65536);
        Request(7, 0, 1024 * 1024);
        Request(5, 0, 512);
        Request(3, 0, 0);
        return Request(2, 0, 0);
    }

    public byte[] ToArray() => [.. _bytes];

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Number(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Number(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    private NbdStream Request(ushort command, ulong offset, uint length) => Add(
    [
        .. Number(0x25609513u), 0, 0, .. Number(command), .. Number(0x1122334455667788ul), .. Number(offset),
        .. Number(length),
    ]);

    private NbdStream Add(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
