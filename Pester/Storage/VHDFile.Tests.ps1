BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
    & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.vhd
    & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.img
    $script:moment = [datetimeoffset]::new(2011, 2, 22, 10, 11, 12, 0).UtcDateTime
}

AfterAll { Pop-Location }

Describe 'The files inside a disk' {
    It 'are listed from the root, without what is hidden' {
        (Get-LabVHDFile ./disk.vhd).Name | Should -Be 'docs', 'odd', 'packed', 'Windows'
        (Get-LabVHDFile ./disk.vhd -Force).Name | Should -Contain '$MFT'
        (Get-LabVHDFile ./disk.img \).Name | Should -Be 'docs', 'odd', 'packed', 'Windows'
    }

    It 'have the properties that an admin expects' {
        $file = Get-LabVHDFile ./disk.vhd \docs\readme.txt
        $file.Name | Should -Be 'readme.txt'
        $file.FilePath | Should -Be '\docs\readme.txt'
        $file.DirectoryName | Should -Be '\docs'
        $file.PartitionNumber | Should -Be 1
        $file.Length | Should -Be 25
        $file.PSIsContainer | Should -BeFalse
        $file.Mode | Should -Be '-a----'
        $file.LastWriteTime.ToUniversalTime() | Should -Be $moment
        $file.Path | Should -Be (Get-Item disk.vhd).FullName
        (Get-LabVHDFile ./disk.vhd docs/deep).FilePath | Should -Be '\docs\deep\deeper'
        (Get-LabVHDFile ./disk.vhd \docs\deep).Mode | Should -BeLike 'd*'
    }

    It 'say how the file system keeps them' {
        $packed = Get-LabVHDFile ./disk.vhd \packed\lines.txt
        $packed.IsCompressed | Should -BeTrue
        $packed.Length | Should -Be 120000
        $packed.AllocatedLength | Should -BeLessThan 20000
        $sparse = Get-LabVHDFile ./disk.vhd \docs\sparse.bin
        $sparse.IsSparse | Should -BeTrue
        $sparse.Length | Should -Be 1MB
        $sparse.AllocatedLength | Should -BeLessThan 64KB
    }

    It 'are found whatever the case of letters, by wildcards and in folders below' {
        (Get-LabVHDFile ./disk.vhd \WINDOWS\WIN.INI).FilePath | Should -Be '\Windows\win.ini'
        (Get-LabVHDFile ./disk.vhd \docs\*.txt).Name | Should -Be 'a[1].txt', 'readme.txt'
        (Get-LabVHDFile ./disk.vhd \d*\r*).FilePath | Should -Be '\docs\readme.txt'
        (Get-LabVHDFile ./disk.vhd \*.bin -Recurse).FilePath |
            Should -Be '\docs\sparse.bin', '\docs\deep\deeper\numbers.bin'
        (Get-LabVHDFile ./disk.vhd \docs -Recurse).Count | Should -Be 6
        Get-LabVHDFile ./disk.vhd \none* | Should -BeNullOrEmpty
        (Get-LabVHDFile ./disk.vhd '\docs\a[1].txt').Length | Should -Be 9
    }

    It 'come from partitions and chains' {
        (Get-LabVHDPartition ./disk.vhd 1 | Get-LabVHDFile).Count | Should -Be 4
        New-LabVHD ./child.vhd -ParentPath ./disk.vhd | Out-Null
        (Get-LabVHDFile ./child.vhd \docs\readme.txt).Length | Should -Be 25
    }

    It 'have one view at 120 columns' {
        $text = Get-LabVHDFile ./disk.vhd \docs | Out-String -Width 120
        $text | Should -Match ([regex]::Escape('Directory: \docs in partition 1 of'))
        $text | Should -Match '-a---- +.*25 readme\.txt'
    }

    It 'are completed by the tab' {
        $line = 'Get-LabVHDFile ./disk.vhd \docs\'
        $found = TabExpansion2 $line $line.Length
        $found.CompletionMatches.CompletionText |
            Should -Be "'\docs\a[1].txt'", '\docs\deep', '\docs\readme.txt', '\docs\sparse.bin'
        $line = 'Copy-LabVHDFile -Path ./disk.vhd -FilePath \w'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be '\Windows'
        $line = 'Get-LabVHDFile ./none.vhd \docs'
        (TabExpansion2 $line $line.Length).CompletionMatches.ListItemText | Should -Not -Contain 'readme.txt'
    }

    It 'are not there where they are not' {
        $id = 'HyperVLab.Commands.Storage.GetLabVHDFileCommand'
        { Get-LabVHDFile ./disk.vhd \none.txt -ErrorAction Stop } | Should -Throw -ErrorId "ObjectNotFound,$id"
        { Get-LabVHDFile ./disk.vhd -PartitionNumber 3 -ErrorAction Stop } |
            Should -Throw -ErrorId "ObjectNotFound,$id"
        { Get-LabVHDFile ./disk.vhd -PartitionNumber 2 -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidOperation,$id"
        New-LabVHD ./empty.vhd 1GB | Out-Null
        { Get-LabVHDFile ./empty.vhd -ErrorAction Stop } | Should -Throw -ErrorId "InvalidOperation,$id"
    }
}

Describe 'Copying files out of a disk' {
    It 'copies one under its name into a folder, or under another' {
        New-Item into -ItemType Directory | Out-Null
        Copy-LabVHDFile ./disk.vhd \docs\readme.txt ./into
        Get-Content into/readme.txt | Should -Be 'hello from inside a disk'
        Copy-LabVHDFile ./disk.vhd \docs\readme.txt ./other.txt
        Get-Content other.txt | Should -Be 'hello from inside a disk'
        (Get-Item other.txt).LastWriteTimeUtc | Should -Be $moment
    }

    It 'copies what is compressed and sparse as it reads' {
        Copy-LabVHDFile ./disk.vhd \packed\lines.txt, \docs\sparse.bin ./read
        (Get-Content read/lines.txt).Count | Should -Be 4000
        (Get-Content read/lines.txt | Select-Object -Unique) | Should -Be 'the same line again and again'
        $bytes = [System.IO.File]::ReadAllBytes((Get-Item read/sparse.bin).FullName)
        $bytes.Length | Should -Be 1MB
        [System.Text.Encoding]::ASCII.GetString($bytes, 1MB - 3, 3) | Should -Be 'end'
        [System.Linq.Enumerable]::Sum([int[]] $bytes[0..9999]) | Should -Be 0
    }

    It 'copies folders with all that is in them, and their times' {
        Copy-LabVHDFile ./disk.vhd \docs ./tree -Recurse
        (Get-ChildItem tree -Recurse -File).Name | Sort-Object |
            Should -Be 'a[1].txt', 'numbers.bin', 'readme.txt', 'sparse.bin'
        (Get-Item tree/deep/deeper/numbers.bin).Length | Should -Be 20000
        (Get-Item tree/deep/deeper).LastWriteTimeUtc | Should -Be $moment
        { Copy-LabVHDFile ./disk.vhd \docs ./folder -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.CopyLabVHDFileCommand'
    }

    It 'copies what wildcards match, and what was listed' {
        Copy-LabVHDFile ./disk.vhd \docs\*.txt ./matched
        (Get-ChildItem matched).Name | Should -Be 'a[1].txt', 'readme.txt'
        Get-LabVHDFile ./disk.vhd \docs\*.txt | Copy-LabVHDFile -Destination ./listed/
        (Get-ChildItem listed).Name | Should -Be 'a[1].txt', 'readme.txt'
    }

    It 'writes the copies where that is asked for' {
        $copies = Copy-LabVHDFile ./disk.vhd \docs\deep ./passed -Recurse -Passthru
        $copies.Name | Should -Be 'passed', 'deeper', 'numbers.bin'
        Copy-LabVHDFile ./disk.vhd \Windows\win.ini ./win.ini | Should -BeNullOrEmpty
    }

    It 'refuses names that leave the folder, and copies the others' {
        Copy-LabVHDFile ./disk.vhd \odd ./odd/inner -Recurse -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId |
            Should -Be 'InvalidParameter,HyperVLab.Commands.Storage.CopyLabVHDFileCommand'
        $refused[0].Exception.Message | Should -BeLike '*../climb*'
        Test-Path odd/climb | Should -BeFalse
        (Get-ChildItem odd/inner).Name | Should -Contain "Gr`u{FC}`u{DF}e.txt"
        if (-not $IsWindows) { (Get-ChildItem odd/inner).Name | Should -Contain 'aux.txt' }
        $refused.Count | Should -Be ($IsWindows ? 2 : 1)
    }

    It 'replaces nothing unless it is told to' {
        Set-Content mine.txt 'mine'
        { Copy-LabVHDFile ./disk.vhd \docs\readme.txt ./mine.txt -ErrorAction Stop } |
            Should -Throw -ErrorId 'FileExists,HyperVLab.Commands.Storage.CopyLabVHDFileCommand'
        Get-Content mine.txt | Should -Be 'mine'
        Copy-LabVHDFile ./disk.vhd \docs\readme.txt ./mine.txt -Force
        Get-Content mine.txt | Should -Be 'hello from inside a disk'
    }

    It 'does nothing under -WhatIf' {
        Copy-LabVHDFile ./disk.vhd \docs ./what -Recurse -WhatIf
        Test-Path what | Should -BeFalse
    }

    It 'leaves nothing half done and the disk as it was' {
        $before = (Get-FileHash disk.vhd).Hash
        New-Item blocked -ItemType Directory | Out-Null
        New-Item blocked/readme.txt -ItemType Directory | Out-Null
        Copy-LabVHDFile ./disk.vhd \docs\*.txt ./blocked -Force -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused.Count | Should -Be 1
        (Get-ChildItem blocked -Force).Name | Sort-Object | Should -Be 'a[1].txt', 'readme.txt'
        (Get-FileHash disk.vhd).Hash | Should -Be $before
    }

    It 'is refused where there is nothing to copy' {
        $id = 'HyperVLab.Commands.Storage.CopyLabVHDFileCommand'
        { Copy-LabVHDFile ./disk.vhd \none.txt . -ErrorAction Stop } | Should -Throw -ErrorId "ObjectNotFound,$id"
        { Copy-LabVHDFile ./none.vhd \docs\readme.txt . -ErrorAction Stop } |
            Should -Throw -ErrorId "ObjectNotFound,$id"
    }
}

Describe 'The files of a Linux guest' -Skip:(-not (Get-Command mke2fs -ErrorAction Ignore)) {
    BeforeAll {
        New-Item tree/etc, tree/home/me -ItemType Directory | Out-Null
        Set-Content tree/etc/hostname 'web01' -NoNewline
        Set-Content tree/home/me/long.txt ('x' * 300000) -NoNewline
        New-Item tree/link -ItemType SymbolicLink -Target etc/hostname | Out-Null
        mke2fs -q -t ext4 -L root -d (Get-Item tree).FullName "$((Get-Item .).FullName)/linux.img" 16M 2>&1 | Out-Null
    }

    It 'are listed, from a disk that is one volume without a table' {
        $partition = Get-LabVHDPartition ./linux.img
        $partition.PartitionNumber | Should -Be 0
        $partition.FileSystem | Should -Be 'ext4'
        $partition.FileSystemLabel | Should -Be 'root'
        (Get-LabVHDFile ./linux.img -Recurse).FilePath |
            Should -Be '/etc', '/home', '/link', '/lost+found', '/etc/hostname', '/home/me', '/home/me/long.txt'
        (Get-LabVHDFile ./linux.img /link).LinkTarget | Should -Be 'etc/hostname'
        (Get-LabVHDFile ./linux.img /etc).DirectoryName | Should -Be '/etc'
    }

    It 'are copied, but for links' {
        Copy-LabVHDFile ./linux.img / ./copy -Recurse -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -BeLike '*link*is not copied*'
        Get-Content copy/etc/hostname | Should -Be 'web01'
        (Get-FileHash copy/home/me/long.txt).Hash | Should -Be (Get-FileHash tree/home/me/long.txt).Hash
        Test-Path copy/link | Should -BeFalse
    }
}
