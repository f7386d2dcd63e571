using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that gets what servers of Virtual Machine Manager keep.</summary>
public abstract class VmmReadingCmdlet : LabCmdlet
{
    /// <summary>Only what this server keeps.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <summary>Writes what has some names and is of the server that is meant.</summary>
    /// <param name="names">The names; null for all.</param>
    /// <param name="serverOf">The number of the server of one.</param>
    /// <param name="where">What else must hold; null for nothing.</param>
    private protected void Write<TView, TObject>(
        string[]? names, Func<TView, int?> serverOf, Func<TView, bool>? where = null)
        where TView : class
        where TObject : LabObject
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<TView, TObject>(
                names, view => (server is null || serverOf(view) == server) && where?.Invoke(view) != false),
            enumerateCollection: true);
    }
}
