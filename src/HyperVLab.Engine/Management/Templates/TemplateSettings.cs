using System.Globalization;

namespace HyperVLab.Engine.Management;

/// <summary>The figures of templates and deployment, with where each comes from.</summary>
internal static class TemplateSettings
{
    /// <summary>Stands for a computer's name that is drawn (VMM: "*").</summary>
    public const string AnyName = "*";

    /// <summary>The longest name of a computer in NetBIOS (Windows: 15 characters).</summary>
    public const int MaximumComputerName = 15;

    /// <summary>The most processors that a profile gives; the host says how many it has (Windows Server 2012: 64).
    /// </summary>
    public const int MaximumProcessors = 64;

    /// <summary>The least memory, in megabytes (Hyper-V: 8 MB until 2012, 32 MB after).</summary>
    public const int MinimumMemoryMB = 8;

    /// <summary>The most memory that a profile gives, in megabytes (Windows Server 2012: 1 TB).</summary>
    public const int MaximumMemoryMB = 1 << 20;

    /// <summary>The longest name of a template or profile (ours).</summary>
    public const int MaximumName = 64;

    /// <summary>How long a virtual machine's properties are set for (ours).</summary>
    public static readonly TimeSpan Configuration = TimeSpan.FromSeconds(10);

    /// <summary>How long Windows' mini-setup runs in a new virtual machine (ours).</summary>
    public static readonly TimeSpan Customization = TimeSpan.FromMinutes(4);

    /// <summary>How long sysprep runs in a virtual machine that becomes a template (ours).</summary>
    public static readonly TimeSpan Sysprep = TimeSpan.FromMinutes(3);

    /// <summary>The most of a disk that a new identity changes, in bytes (ours).</summary>
    public const long IdentityBytes = 1 << 20;

    /// <summary>A number as messages have it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
