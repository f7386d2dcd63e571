using System.Text;

namespace HyperVLab.Disks.Serving;

/// <summary>What the handshake tells of an export.</summary>
internal static class NbdExportInfo
{
    /// <summary>The namespace of what the protocol itself knows of ranges.</summary>
    public const string Base = "base:";

    /// <summary>What can be known of ranges: whether they have a place, and whether they are zeros.</summary>
    public const string Allocation = "base:allocation";

    private const ushort Export = 0;
    private const ushort Name = 1;
    private const ushort BlockSize = 3;

    /// <summary>Puts in what is always told, and what was asked for and is known.</summary>
    public static void Put(
        NbdOutput output, NbdOption option, DiskExport export, NbdTerms terms, IReadOnlySet<ushort> wanted)
    {
        PutHeader(output, option, NbdOptionReply.Info, 12);
        output.Put(Export);
        output.Put((ulong)export.SizeBytes);
        output.Put(terms.FlagsOf(export));
        if (wanted.Contains(Name))
        {
            PutHeader(output, option, NbdOptionReply.Info, sizeof(ushort) + Encoding.UTF8.GetByteCount(export.Name));
            output.Put(Name);
            output.Put(export.Name);
        }

        if (wanted.Contains(BlockSize))
        {
            PutHeader(output, option, NbdOptionReply.Info, 14);
            output.Put(BlockSize);
            output.Put(1u);
            output.Put((uint)NbdLimits.PreferredBlockBytes);
            output.Put((uint)NbdLimits.MaximumPayloadBytes);
        }
    }

    /// <summary>Puts in the start of a reply to an option.</summary>
    public static void PutHeader(NbdOutput output, NbdOption option, NbdOptionReply reply, int length)
    {
        output.Put(NbdMagic.OptionReply);
        output.Put((uint)option);
        output.Put((uint)reply);
        output.Put((uint)length);
    }
}
