using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Gets driver packages from the library.</summary>
/// <remarks>
/// A driver package is the setup information (.inf) of a driver. Its devices are read from there.
/// </remarks>
/// <example>
/// <code>Get-LabDriverPackage</code>
/// Lists the driver packages of the library.
/// </example>
/// <example>
/// <code>Get-LabDriverPackage -PnPID 'PCI\VEN_1AF4&amp;DEV_1000'</code>
/// Gets those that are for a device.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDriverPackage", DefaultParameterSetName = "All")]
[OutputType(typeof(LibraryResource))]
public sealed class GetLabDriverPackageCommand : LibraryResourceReadingCmdlet
{
    /// <summary>The devices' Plug and Play identifiers.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "PNPIdMatching")]
    [ValidateNotNullOrEmpty]
    public string[]? PnPID { get; set; }

    /// <summary>Words that it is found by, all of them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "TagMatching")]
    [ValidateNotNullOrEmpty]
    public string[]? Tag { get; set; }

    private protected override LibraryResourceKind Kind => LibraryResourceKind.DriverPackage;

    /// <inheritdoc/>
    private protected override void Process() => Write(
        null,
        view => (PnPID is null || PnPID.Any(id => Has(view.PlugAndPlayIds, id)))
            && (Tag is null || Tag.All(word => Has(view.Tags, word))));

    private static bool Has(IReadOnlyList<string> list, string one) =>
        list.Contains(one, StringComparer.OrdinalIgnoreCase);
}
