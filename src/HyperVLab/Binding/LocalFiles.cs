using HyperVLab.Engine.Requests;

namespace HyperVLab.Binding;

/// <summary>Writes files of this computer, and reports its refusals as errors of the module.</summary>
internal static class LocalFiles
{
    private const string Unfinished = ".part";

    /// <summary>Writes a file, which has its name only once it is whole.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="fill">Writes the content.</param>
    /// <exception cref="LabException">This computer refused; nothing is left.</exception>
    public static void Write(string path, Action<FileStream> fill)
    {
        string part = path + Unfinished;
        try
        {
            using (FileStream file = File.Create(part))
            {
                fill(file);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw ModuleErrors.FileFailed.For(path, path, failure.Message);
        }
        catch (LabException)
        {
            File.Delete(part);
            throw;
        }
    }
}
