BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    # A sample disk: a partition with an NTFS volume of 4 MB, nearly empty.
    $packed = [IO.File]::OpenRead("$PSScriptRoot/Samples/ntfs.img.br")
    $brotli = [IO.Compression.BrotliStream]::new($packed, [IO.Compression.CompressionMode]::Decompress)
    $file = [IO.File]::Create("$TestDrive/server.img")
    $brotli.CopyTo($file)
    $file.Dispose()
    $brotli.Dispose()
    $partition = Get-LabVHDPartition server.img | Where-Object FileSystem -EQ 'NTFS' | Select-Object -First 1

    function Get-Hash($Path) { (Get-FileHash $Path).Hash }
}

AfterAll { Pop-Location }

Describe 'Convert-LabP2V' {
    It 'makes a virtual disk of an image and says what it did' {
        $before = Get-Hash server.img
        $result = Convert-LabP2V server.img server.vhd -WarningAction SilentlyContinue
        $result.Path | Should -Be (Join-Path $TestDrive server.vhd)
        $result.VhdType | Should -Be 'Dynamic'
        $result.VhdFormat | Should -Be 'VHD'
        $result.Size | Should -Be (Get-Item server.img).Length
        $result.UsedSize + $result.LeftOutSize | Should -Be $result.Size
        $result.LeftOutSize | Should -Be $partition.SizeRemaining
        $result.Partition[0].FileSystem | Should -Be 'NTFS'
        Test-LabVHD server.vhd | Should -BeTrue
        Get-Hash server.img | Should -Be $before
    }

    It 'keeps every file' {
        Copy-LabVHDFile server.img * ./before -Recurse -Force -ErrorAction SilentlyContinue
        Copy-LabVHDFile server.vhd * ./after -Recurse -Force -ErrorAction SilentlyContinue
        (Get-ChildItem ./before -Recurse -File).Count | Should -BeGreaterThan 3
        foreach ($file in Get-ChildItem ./before -Recurse -File) {
            Get-Hash $file.FullName.Replace('before', 'after') | Should -Be (Get-Hash $file)
        }
    }

    It 'makes a <Type> <Extension>' -ForEach @(
        @{ Type = 'Fixed'; Extension = 'vhd' }, @{ Type = 'Dynamic'; Extension = 'vhdx' }
    ) {
        $result = Convert-LabP2V server.img "new.$Extension" -VHDType $Type -WarningAction SilentlyContinue
        $result.VhdType | Should -Be $Type
        $result.VhdFormat | Should -Be $Extension
    }

    It 'warns of what will not start' {
        Convert-LabP2V server.img warned.vhd -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        $warnings -match 'No Windows and no Linux was found' | Should -Not -BeNullOrEmpty
    }

    It 'says under -WhatIf what it would do, and makes nothing' {
        Start-Transcript transcript.txt | Out-Null
        Convert-LabP2V server.img never.vhd -WhatIf | Should -BeNullOrEmpty
        Stop-Transcript | Out-Null
        Get-Content transcript.txt -Raw | Should -Match 'Partition \d, NTFS'
        Test-Path never.* | Should -BeFalse
    }

    It 'refuses under -WhatIf too what it would refuse' {
        { Convert-LabP2V server.img server.vhd -WhatIf -ErrorAction Stop } |
            Should -Throw -ErrorId '*,HyperVLab.Commands.Management.ConvertLabP2VCommand'
    }

    It 'refuses what is no <Name> and leaves nothing' -ForEach @(
        @{ Name = 'partitioned disk'; Bytes = [byte[]]::new(4MB); Text = '*has no partitions*' }
        @{ Name = 'file with bytes'; Bytes = [byte[]]@(); Text = '*is empty*' }
    ) {
        [IO.File]::WriteAllBytes("$TestDrive/bad.img", $Bytes)
        { Convert-LabP2V bad.img bad.vhd -ErrorAction Stop } | Should -Throw $Text
        Test-Path bad.vhd* | Should -BeFalse
    }

    It 'replaces no file, and makes no other format' {
        { Convert-LabP2V server.img server.vhd -ErrorAction Stop } | Should -Throw '*exists*'
        { Convert-LabP2V server.img server2.img -ErrorAction Stop } | Should -Throw '*ends with .vhd or .vhdx*'
        { Convert-LabP2V missing.img missing.vhd -ErrorAction Stop } | Should -Throw '*missing.img*'
        { Convert-LabP2V server.img child.vhd -VHDType Differencing } | Should -Throw '*VHDType*'
    }

    It 'takes virtual disks and VMDKs as images' {
        $flat = Get-Item server.img
        Copy-Item server.img server-flat.vmdk
        $lines = '# Disk DescriptorFile', 'version=1', 'CID=1', 'parentCID=ffffffff', 'createType="monolithicFlat"'
        Set-Content server.vmdk ($lines + "RW $($flat.Length / 512) FLAT `"server-flat.vmdk`" 0")
        $result = Convert-LabP2V server.vmdk from-vmdk.vhd -WarningAction SilentlyContinue
        $result.LeftOutSize | Should -Be $partition.SizeRemaining
        $result.VhdType | Should -Be 'Dynamic'
    }
}
