using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PbfFieldBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FilesInChannels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FileId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Silent",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Slot",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EvidencePhotos",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    FileId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidencePhotos", x => new { x.Channel, x.FileId });
                    table.ForeignKey(
                        name: "FK_EvidencePhotos_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FilesToFetch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    FileId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilesToFetch", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FilesToFetch_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SentSlots",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentSlots", x => new { x.Channel, x.ChatId, x.Slot });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_FileId",
                table: "Outbox",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidencePhotos_PersonId",
                table: "EvidencePhotos",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_FilesToFetch_DueAt",
                table: "FilesToFetch",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_FilesToFetch_PersonId",
                table: "FilesToFetch",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Outbox_OutgoingFiles_FileId",
                table: "Outbox",
                column: "FileId",
                principalTable: "OutgoingFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Outbox_OutgoingFiles_FileId",
                table: "Outbox");

            migrationBuilder.DropTable(
                name: "EvidencePhotos");

            migrationBuilder.DropTable(
                name: "FilesToFetch");

            migrationBuilder.DropTable(
                name: "OutgoingFiles");

            migrationBuilder.DropTable(
                name: "SentSlots");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_FileId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "FileId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Silent",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Slot",
                table: "Outbox");
        }
    }
}
