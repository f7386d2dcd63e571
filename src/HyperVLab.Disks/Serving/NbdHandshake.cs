using System.Buffers.Binary;

namespace HyperVLab.Disks.Serving;

/// <summary>
/// The fixed newstyle handshake of the NBD protocol: the client asks, the server answers, until an export is taken.
/// </summary>
/// <param name="export">The export there is.</param>
/// <param name="input">What the client sends.</param>
/// <param name="output">What it is sent.</param>
internal sealed class NbdHandshake(DiskExport export, NbdInput input, NbdOutput output)
{
    private const int OptionHeaderBytes = 16;
    private const ushort FixedNewstyle = 1;
    private const ushort NoZeroes = 2;

    private readonly NbdTerms _terms = new();
    private string? _statusExport;

    /// <summary>Agrees with the client.</summary>
    /// <param name="cancellation">When it has taken too long.</param>
    /// <returns>What was agreed on; null if the client left in good order.</returns>
    /// <exception cref="NbdProtocolException">The client does not keep to the protocol.</exception>
    public async Task<NbdTerms?> RunAsync(CancellationToken cancellation)
    {
        output.Put(NbdMagic.Server);
        output.Put(NbdMagic.Option);
        output.Put((ushort)(FixedNewstyle | NoZeroes));
        await output.SendAsync().ConfigureAwait(false);
        var flags = BinaryPrimitives.ReadUInt32BigEndian(
            (await input.TakeAsync(sizeof(uint), cancellation).ConfigureAwait(false)).Span);
        if ((flags & ~(uint)(FixedNewstyle | NoZeroes)) != 0)
        {
            throw new NbdProtocolException("The client sets flags that it was not offered.");
        }

        _terms.NoZeroes = (flags & NoZeroes) != 0;
        for (var count = 0; count < NbdLimits.MaximumOptions; count++)
        {
            var (option, length) = await HeaderAsync(cancellation).ConfigureAwait(false);
            if (length > NbdLimits.MaximumOptionBytes)
            {
                await RefuseLongAsync(option, length, cancellation).ConfigureAwait(false);
                continue;
            }

            var data = await input.TakeAsync((int)length, cancellation).ConfigureAwait(false);
            var end = Answer(option, data.Span);
            await output.SendAsync().ConfigureAwait(false);
            if (end)
            {
                return option == NbdOption.Abort ? null : _terms;
            }
        }

        throw new NbdProtocolException("The client asks and asks.");
    }

    private async ValueTask<(NbdOption Option, uint Length)> HeaderAsync(CancellationToken cancellation)
    {
        var header = (await input.TakeAsync(OptionHeaderBytes, cancellation).ConfigureAwait(false)).Span;
        if (BinaryPrimitives.ReadUInt64BigEndian(header) != NbdMagic.Option)
        {
            throw new NbdProtocolException("What was sent is no option.");
        }

        return ((NbdOption)BinaryPrimitives.ReadUInt32BigEndian(header[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(header[12..]));
    }

    private async ValueTask RefuseLongAsync(NbdOption option, uint length, CancellationToken cancellation)
    {
        if (option == NbdOption.ExportName || length > NbdLimits.MaximumPayloadBytes)
        {
            throw new NbdProtocolException($"An option has {length} bytes of data.");
        }

        await input.SkipAsync(length, cancellation).ConfigureAwait(false);
        Refuse(option, NbdOptionReply.TooBig, $"An option has at most {NbdLimits.MaximumOptionBytes} bytes of data.");
        await output.SendAsync().ConfigureAwait(false);
    }

    // Whether the handshake is over.
    private bool Answer(NbdOption option, ReadOnlySpan<byte> data)
    {
        switch (option)
        {
            case NbdOption.ExportName:
                TakeByName(data);
                return true;
            case NbdOption.Abort:
                Reply(option, NbdOptionReply.Acknowledged, 0);
                return true;
            case NbdOption.Info or NbdOption.Go:
                return Describe(option, data) && option == NbdOption.Go;
            case NbdOption.ListMetaContext or NbdOption.SetMetaContext:
                Contexts(option, data);
                return false;
            case NbdOption.List or NbdOption.StructuredReply when data.IsEmpty:
                Simple(option);
                return false;
            case NbdOption.List or NbdOption.StructuredReply or NbdOption.StartTls when !data.IsEmpty:
                Refuse(option, NbdOptionReply.Invalid, "The option has no data.");
                return false;
            case NbdOption.StartTls:
                Refuse(option, NbdOptionReply.Unsupported, "The server does not use TLS; it serves this computer.");
                return false;
            default:
                Refuse(option, NbdOptionReply.Unsupported, "The server does not know the option.");
                return false;
        }
    }

    private void TakeByName(ReadOnlySpan<byte> data)
    {
        if (!NbdOptionData.TryText(data, out var name) || !IsExport(name))
        {
            throw new NbdProtocolException("The client wants an export that is not there.");
        }

        output.Put((ulong)export.SizeBytes);
        output.Put(_terms.FlagsOf(export));
        if (!_terms.NoZeroes)
        {
            output.Next(124).Clear();
        }

        KeepStatusFor(name);
    }

    private void Simple(NbdOption option)
    {
        if (option == NbdOption.StructuredReply)
        {
            _terms.StructuredReplies = true;
        }
        else
        {
            var length = System.Text.Encoding.UTF8.GetByteCount(export.Name);
            Reply(option, NbdOptionReply.Server, sizeof(uint) + length);
            output.Put((uint)length);
            output.Put(export.Name);
        }

        Reply(option, NbdOptionReply.Acknowledged, 0);
    }

    private bool Describe(NbdOption option, ReadOnlySpan<byte> bytes)
    {
        var data = new NbdOptionData(bytes);
        if (!data.TryRead(out string name) || !data.TryRead(out ushort count))
        {
            Refuse(option, NbdOptionReply.Invalid, "The option's data is cut off.");
            return false;
        }

        var wanted = new HashSet<ushort>();
        for (var i = 0; i < count; i++)
        {
            if (!data.TryRead(out ushort item))
            {
                Refuse(option, NbdOptionReply.Invalid, "The option's data is cut off.");
                return false;
            }

            wanted.Add(item);
        }

        if (!data.IsEmpty)
        {
            Refuse(option, NbdOptionReply.Invalid, "Data follows the option's own.");
            return false;
        }

        if (!IsExport(name))
        {
            Refuse(option, NbdOptionReply.Unknown, "There is no such export.");
            return false;
        }

        NbdExportInfo.Put(output, option, export, _terms, wanted);
        Reply(option, NbdOptionReply.Acknowledged, 0);
        if (option == NbdOption.Go)
        {
            KeepStatusFor(name);
        }

        return true;
    }

    private void Contexts(NbdOption option, ReadOnlySpan<byte> bytes)
    {
        var isSet = option == NbdOption.SetMetaContext;
        if (isSet)
        {
            _statusExport = null;
        }

        var data = new NbdOptionData(bytes);
        if (!_terms.StructuredReplies || !data.TryRead(out string name) || !data.TryRead(out uint count))
        {
            Refuse(option, NbdOptionReply.Invalid, "Structured replies come first, then whole queries.");
            return;
        }

        var chosen = count == 0 && !isSet;
        for (uint i = 0; i < count; i++)
        {
            if (!data.TryRead(out string query))
            {
                Refuse(option, NbdOptionReply.Invalid, "The option's data is cut off.");
                return;
            }

            chosen |= query == NbdExportInfo.Allocation || (query == NbdExportInfo.Base && !isSet);
        }

        if (!data.IsEmpty || !IsExport(name))
        {
            Refuse(option, data.IsEmpty ? NbdOptionReply.Unknown : NbdOptionReply.Invalid, "There is no such export.");
            return;
        }

        if (chosen)
        {
            Reply(option, NbdOptionReply.MetaContext, sizeof(uint) + NbdExportInfo.Allocation.Length);
            output.Put(isSet ? NbdTerms.AllocationContext : 0u);
            output.Put(NbdExportInfo.Allocation);
            _statusExport = isSet ? name : _statusExport;
        }

        Reply(option, NbdOptionReply.Acknowledged, 0);
    }

    // What was chosen counts only for the export under the name for which it was chosen.
    private void KeepStatusFor(string name) => _terms.KnowsStatus = _statusExport == name;

    private bool IsExport(string name) => name.Length == 0 || name == export.Name;

    private void Refuse(NbdOption option, NbdOptionReply why, string message)
    {
        Reply(option, why, message.Length);
        output.Put(message);
    }

    private void Reply(NbdOption option, NbdOptionReply reply, int length)
        => NbdExportInfo.PutHeader(output, option, reply, length);
}
