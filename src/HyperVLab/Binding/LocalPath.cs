using System.Management.Automation;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Binding;

/// <summary>Paths of this computer, as a person at the prompt gives them.</summary>
internal static class LocalPath
{
    /// <summary>The full path in the file system.</summary>
    /// <exception cref="LabException">It is a path of another provider.</exception>
    public static string Of(PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(
            path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? full : throw ModuleErrors.NotAFilePath.For(path, path);
    }

    /// <summary>Does something with a file; what this computer refuses becomes an error of the lab's kind.</summary>
    /// <exception cref="LabException">This computer refused.</exception>
    public static void Write(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw ModuleErrors.FileFailed.For(path, path, refusal.Message);
        }
    }
}
