using System.Management.Automation;

namespace HyperVLab.Commands.Compute;

/// <summary>Reads -DiskNumber, which is a number of the real cmdlets and so never null.</summary>
internal static class HostDiskNumber
{
    /// <summary>The number that was given; null where none was.</summary>
    public static int? Of(PSCmdlet cmdlet, uint number) =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey("DiskNumber") ? (int)Math.Min(number, int.MaxValue) : null;
}
