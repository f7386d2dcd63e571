using System.Management.Automation;

namespace HyperVLab.Commands.Storage;

/// <summary>As <see cref="VhdOperationCmdlet"/>, where it may take long.</summary>
public abstract class VhdJobCmdlet : VhdOperationCmdlet
{
    /// <summary>Goes on in the background and writes a job.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool RunsAsJob => AsJob;
}
