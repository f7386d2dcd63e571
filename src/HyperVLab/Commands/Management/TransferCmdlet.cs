using System.Globalization;
using System.Management.Automation;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that does something with transfers.</summary>
public abstract class TransferCmdlet : LabPassthruCmdlet<FileTransfer>
{
    /// <summary>The transfers' numbers.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "JobId")]
    [ValidateNotNullOrEmpty]
    public int[] JobId { get; set; } = [];

    /// <summary>The transfers, as Get-LabTransfer writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Transfer", ValueFromPipeline = true)]
    [Alias("BitsJob")]
    [ValidateNotNullOrEmpty]
    public FileTransfer[] Transfer { get; set; } = [];

    /// <inheritdoc/>
    private protected sealed override IEnumerable<FileTransfer> Targets() => ParameterSetName == "Transfer"
        ? Transfer
        : JobId.Select(id => LabObjects.Of<FileTransfer>(Handle, Handle.Lab.View<TransferView>(id)
            ?? throw Engine.Lab.NotFound<TransferView>(id.ToString(CultureInfo.InvariantCulture))));
}
