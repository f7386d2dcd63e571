BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
    & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.vhd
}

AfterAll { Pop-Location }

Describe 'The map of a disk' {
    BeforeAll { $script:map = Get-LabVHDMap ./disk.vhd }

    It 'counts the blocks that exist and those that could go' {
        $map.BlockSize | Should -Be 512KB
        $map.BlockCount | Should -Be 24
        $map.AllocatedBlockCount | Should -Be 15
        $map.FreedBlockCount | Should -BeGreaterThan 3
        $map.FreedBytes | Should -Be ($map.FreedBlockCount * 512KB)
        $map.FileSize | Should -Be (Get-Item disk.vhd).Length
        $map.Mode | Should -Be 'Full'
    }

    It 'has every block once, in order' {
        $next = 0
        foreach ($range in $map.Range) {
            $range.Block | Should -Be $next
            $range.OffsetBytes | Should -Be ($range.Block * 512KB)
            $range.Length | Should -Be ($range.Count * 512KB)
            $next += $range.Count
        }
        $next | Should -Be 24
    }

    It 'says what blocks hold, what becomes of them and why' {
        $map.Range[0].State | Should -Be 'OutsideVolumes'
        $map.Range[0].Fate | Should -Be 'Kept'
        $map.Range[0].Volume | Should -BeNullOrEmpty
        $free = $map.Range | Where-Object Fate -EQ Freed | Select-Object -First 1
        $free.State | Should -BeIn 'FreeSpace', 'FreeSpaceAndZeros'
        $free.Volume | Should -Be "1: NTFS 'Data'"
        $free.Why | Should -Not -BeNullOrEmpty
        ($map.Range | Where-Object State -EQ Absent).Fate | Should -Not -Contain 'Kept'
    }

    It 'frees nothing of file systems in a mode that asks none' {
        $other = Get-LabVHDMap ./disk.vhd -Mode Prezeroed
        $other.Mode | Should -Be 'Prezeroed'
        $other.Range.State | Should -Not -Contain 'FreeSpace'
        $other.FreedBlockCount | Should -BeLessThan $map.FreedBlockCount
    }

    It 'of a fixed disk keeps everything' {
        & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.img
        $raw = Get-LabVHDMap ./disk.img
        $raw.VhdFormat | Should -Be 'Raw'
        $raw.FreedBlockCount | Should -Be 0
        $raw.Range[-1].Why | Should -BeLike '*fixed disk keeps*'
    }

    It 'shows itself as a picture in letters where colours are not wanted' {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        $text = $map | Out-String -Width 120
        $PSStyle.OutputRendering = $rendering
        $text | Should -Match '0 bytes O[DUOFMZNduofmzn.]{23}\r?\n'
        $text | Should -Match 'f free space +freed +\d+ blocks'
        $text | Should -Not -Match '\e'
    }

    It 'is coloured where that is asked for, and not against NO_COLOR' {
        $rendering = $PSStyle.OutputRendering
        $noColor = $env:NO_COLOR
        $PSStyle.OutputRendering = 'Ansi'
        $env:NO_COLOR = $null
        $text = $map | Out-String -Width 120
        $env:NO_COLOR = '1'
        $plain = $map | Out-String -Width 120
        $env:NO_COLOR = $noColor
        $PSStyle.OutputRendering = $rendering
        $text | Should -Match '\e\[93m'
        $plain | Should -Not -Match '\e\[93m'
    }

    It 'is drawn no wider than is asked' {
        $map.Draw(40, $false) -split '\r?\n' | Where-Object { $_ -match '^ *0 bytes' } |
            ForEach-Object { $_.Length | Should -BeLessOrEqual 40 }
    }
}

Describe 'The map before and after a compaction' {
    It 'foretells which blocks go, and what stays reads the same' {
        & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./shrinks.vhd
        $before = Get-LabVHDMap ./shrinks.vhd
        Copy-LabVHDFile ./shrinks.vhd \docs ./old -Recurse
        Optimize-LabVHD ./shrinks.vhd
        $after = $before | Get-LabVHDMap -SvgPath ./shrinks.svg
        $before.FreedBlockCount | Should -BeGreaterThan 3
        $after.AllocatedBlockCount | Should -Be ($before.AllocatedBlockCount - $before.FreedBlockCount)
        $after.FreedBlockCount | Should -Be 0
        $after.FileSize | Should -BeLessOrEqual ($before.FileSize - $before.FreedBytes)
        $kept = { $_.Range | Where-Object Fate -EQ Kept | ForEach-Object { $_.Block..($_.Block + $_.Count - 1) } }
        ($after | ForEach-Object $kept) | Should -Be ($before | ForEach-Object $kept)
        Get-Content ./shrinks.svg -Raw | Should -Match 'Before: A file of'
        Copy-LabVHDFile ./shrinks.vhd \docs ./new -Recurse
        (Get-ChildItem new -Recurse -File | Get-FileHash).Hash |
            Should -Be (Get-ChildItem old -Recurse -File | Get-FileHash).Hash
    }
}

Describe 'The picture of a map' {
    It 'is an SVG in a file, or in a folder under the name of the disk' {
        Get-LabVHDMap ./disk.vhd -SvgPath ./map.svg | Out-Null
        $svg = [xml] (Get-Content map.svg -Raw)
        $svg.svg.role | Should -Be 'img'
        $svg.svg.desc.InnerText | Should -BeLike '*free space, freed*'
        New-Item pictures -ItemType Directory | Out-Null
        Get-LabVHDMap ./disk.vhd -SvgPath ./pictures | Out-Null
        Test-Path pictures/disk.vhd.svg | Should -BeTrue
    }

    It 'shows before and after where an older map is given' {
        $before = Get-LabVHDMap ./disk.vhd
        $after = $before | Get-LabVHDMap -SvgPath ./both.svg
        $after.Path | Should -Be $before.Path
        Get-Content both.svg -Raw | Should -Match 'Before:.*'
        Get-Content both.svg -Raw | Should -Match 'After:.*'
        Get-LabVHDMap ./disk.vhd -Before $before -SvgPath ./same.svg | Out-Null
        Get-Content same.svg -Raw | Should -Be (Get-Content both.svg -Raw)
    }

    It 'is refused where it cannot be' {
        Copy-Item disk.vhd other.vhd
        { Get-LabVHDMap ./disk.vhd, ./other.vhd -SvgPath ./one.svg -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.GetLabVHDMapCommand'
        New-LabVHD ./large.vhd 1GB | Out-Null
        { Get-LabVHDMap ./large.vhd -Before (Get-LabVHDMap ./disk.vhd) -SvgPath ./x.svg -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.GetLabVHDMapCommand'
        { Get-LabVHDMap ./disk.vhd -SvgPath ./none/x.svg -ErrorAction Stop } |
            Should -Throw -ErrorId 'FileFailed,HyperVLab.Commands.Storage.GetLabVHDMapCommand'
    }
}

Describe "The map of a disk of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $script:disk = (Get-LabVMHardDiskDrive web01).Path
        $script:node = (Get-LabVM web01).ComputerName
    }

    AfterAll { Get-Lab | Remove-Lab }

    It 'is read without a trace in the journal, and again from an older map' {
        $hash = (Get-Lab).JournalHash
        $map = Get-LabVHDMap $disk -ComputerName $node
        $map.ComputerName | Should -Be $node
        $map.BlockCount | Should -Be ($map.Size / 2MB)
        ($map | Get-LabVHDMap).ComputerName | Should -Be $node
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
