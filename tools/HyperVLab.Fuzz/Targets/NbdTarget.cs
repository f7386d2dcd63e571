using System.Net.Sockets;
using System.Numerics;
using HyperVLab.Disks;
using HyperVLab.Disks.Serving;

namespace HyperVLab.Fuzz.Targets;

/// <summary>What a client sends to a served disk: the handshake and requests.</summary>
internal sealed class NbdTarget : FuzzTarget, IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private const int GreetingBytes = 18;
    private const int MostAnswerBytes = 64 * 1024;

    private static readonly byte[] _replyToOption = [0, 3, 0xE8, 0x89, 0x04, 0x55, 0x65, 0xA9];
    private static readonly byte[] _reply = [0x67, 0x44, 0x66, 0x98];

    private readonly MemoryDiskFile _disk = GoodDisks.Make(VhdFormat.VHD, VhdType.Dynamic, 512 * 1024);
    private readonly Lazy<Socket> _listener = new(Listen);

    public override string Name => "nbd";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        NbdStream[] streams =
        [
            NbdStream.Greeting().Option(1, NbdStream.Text("disk")).Requests(),
            NbdStream.Greeting().Option(3, []).Option(6, NbdStream.Query("", 1, 3)).Option(8, [])
                .Option(10, NbdStream.Contexts("", "base:allocation")).Option(7, NbdStream.Query("", 3)).Requests(),
            NbdStream.Greeting().Option(5, []).Option(9, NbdStream.Contexts("disk")).Option(2, []),
        ];
        return streams.Select(stream => MemoryDiskFile.FromBytes(stream.ToArray()));
    }

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input)
        => [new(0, 40), new(Math.Max(0, input.Length - 60), 60)];

    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        var bytes = new byte[(int)Math.Min(input.Length, MostBytes)];
        input.Read(0, bytes);
        using var export = new DiskExport(
            VirtualDisk.Open(_disk.Clone()), "disk", isReadOnly: trial.Random.Next(4) == 0);
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(_listener.Value.LocalEndPoint!);
        using var accepted = _listener.Value.Accept();
        var session = new NbdSession(accepted, export, new NbdServerOptions(), CancellationToken.None).RunAsync();
        var answer = Array.Empty<byte>();
        trial.Step("talk", () =>
        {
            answer = Talk(client, bytes);
            session.GetAwaiter().GetResult();
        });
        trial.WasOpened = answer.Length > GreetingBytes;
        Note(answer, trial);
    }

    // Which replies there were, and how long the answers were altogether.
    private static void Note(ReadOnlySpan<byte> answer, FuzzCase trial)
    {
        trial.Note($"answered {new string('x', BitOperations.Log2((uint)answer.Length + 1))}");
        var rest = answer;
        for (int at; (at = rest.IndexOf(_replyToOption)) >= 0 && at + 16 <= rest.Length; rest = rest[(at + 8)..])
        {
            trial.Note($"option {Letters(rest.Slice(at + 12, 4))}");
        }

        for (int at; (at = answer.IndexOf(_reply)) >= 0 && at + 8 <= answer.Length; answer = answer[(at + 4)..])
        {
            trial.Note($"reply {Letters(answer.Slice(at + 4, 4))}");
        }
    }

    private static string Letters(ReadOnlySpan<byte> bytes)
        => string.Concat(bytes.ToArray().Select(value => (char)('g' + (value % 20))));

    public void Dispose()
    {
        if (_listener.IsValueCreated)
        {
            var folder = Path.GetDirectoryName(_listener.Value.LocalEndPoint!.ToString())!;
            _listener.Value.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Ports would be used up within a minute, as each stays taken for a while.
    private static Socket Listen()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("hypervlab-fuzz-").FullName, "nbd");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return listener;
    }

    private static byte[] Talk(Socket client, byte[] bytes)
    {
        // Neither side of this end is asynchronous: a receive that waits may miss data once a send is.
        var sending = Task.Run(() =>
        {
            try
            {
                client.Send(bytes);
                client.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException)
            {
                // The server has left already.
            }
        });
        var answer = new List<byte>();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = client.Receive(buffer)) > 0;)
            {
                answer.AddRange(buffer.AsSpan(0, Math.Min(count, MostAnswerBytes - answer.Count)));
            }
        }
        catch (SocketException)
        {
            // The server has left while there was more to read.
        }

        sending.GetAwaiter().GetResult();
        return [.. answer];
    }
}
