using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that gives adapters addresses, and writes these.</summary>
public abstract class AddressRequestCmdlet : LabChangeCmdlet
{
    /// <summary>Makes a change of an adapter.</summary>
    /// <param name="request">The change.</param>
    /// <param name="target">What is changed, by the name that the question of -Confirm shows.</param>
    /// <param name="isWritten">Whether the address that the adapter has then is written.</param>
    /// <exception cref="LabException">It was refused.</exception>
    private protected void Apply(LabRequest request, string target, bool isWritten)
    {
        if (Change(Handle, request, target, out _) is NetAdapter changed && isWritten
            && Handle.Lab.View<NetIPAddressView>(changed.Number) is { } view)
        {
            WriteObject(LabObjects.Of(Handle, view));
        }
    }
}
