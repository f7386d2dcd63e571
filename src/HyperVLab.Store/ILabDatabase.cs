using HyperVLab.Engine.Keeping;

namespace HyperVLab.Store;

/// <summary>
/// Where one lab's inputs and its last image are kept. Each method is one transaction: after a kill it has been done or
/// not been begun. It may be called from several threads.
/// </summary>
internal interface ILabDatabase : IDisposable
{
    /// <summary>What is known of the lab; null in a database where none was made.</summary>
    /// <exception cref="StoreDamageException">What is kept is damaged.</exception>
    StoredRecord? Find();

    /// <summary>Makes the lab, in place of one that is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="inputs">The inputs that it has had.</param>
    /// <param name="image">The lab as it is.</param>
    /// <param name="applied">How many events were applied.</param>
    void Create(string name, long seed, IReadOnlyList<KeptInput> inputs, StoredImage image, long applied);

    /// <summary>The last image.</summary>
    /// <exception cref="StoreDamageException">It is damaged.</exception>
    StoredImage ReadImage();

    /// <summary>The inputs in their order.</summary>
    /// <exception cref="StoreDamageException">One is missing or damaged.</exception>
    IReadOnlyList<StoredInput> ReadInputs();

    /// <summary>Adds inputs, and takes down how many events were applied.</summary>
    /// <param name="inputs">The inputs; they follow those that are kept.</param>
    /// <param name="applied">How many events were applied.</param>
    /// <param name="image">An image that takes the place of the last one; null for none.</param>
    void Append(IReadOnlyList<KeptInput> inputs, long applied, StoredImage? image);
}
